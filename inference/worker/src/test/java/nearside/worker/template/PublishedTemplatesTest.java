package nearside.worker.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// The chat templates that models are published with give what Jinja2 itself gives.
class PublishedTemplatesTest {

    @TestFactory
    Stream<DynamicTest> jinjaAgrees() {
        JsonObject golden = Reference.json("published/renderings.json");
        return golden.getAsJsonArray("cases").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(example ->
                        DynamicTest.dynamicTest(name(example), () -> compare(golden, example)));
    }

    private static String name(JsonObject example) {
        return text(example, "template")
                + "/"
                + text(example, "chat")
                + (example.get("prompts").getAsBoolean() ? "/asked" : "");
    }

    private static void compare(JsonObject golden, JsonObject example) {
        ChatTemplate template =
                ChatTemplate.parse(
                        Reference.text("published/" + text(example, "template") + ".jinja"));
        Map<String, Value> variables = variables(golden, example);
        LocalDateTime now = LocalDateTime.parse(text(golden, "now"));
        if (example.has("text")) {
            assertEquals(text(example, "text"), template.render(variables, now));
            return;
        }
        TemplateException refusal =
                assertThrows(TemplateException.class, () -> template.render(variables, now));
        assertTrue(refusal.problem().startsWith("Line "), refusal.problem());
        if (example.has("raised")) {
            String own = "it refuses this conversation: " + text(example, "raised");
            assertTrue(refusal.problem().endsWith(own), refusal.problem());
        }
    }

    private static Map<String, Value> variables(JsonObject golden, JsonObject example) {
        JsonObject chats = golden.getAsJsonObject("chats");
        Map<String, Value> variables =
                new HashMap<>(Reference.entries(golden.getAsJsonObject("variables")));
        variables.putAll(Reference.entries(chats.getAsJsonObject(text(example, "chat"))));
        variables.put("add_generation_prompt", Reference.value(example.get("prompts")));
        return variables;
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }
}
