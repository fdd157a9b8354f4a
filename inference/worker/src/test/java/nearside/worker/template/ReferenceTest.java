package nearside.worker.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Stream;

/// Every template and expression of `reference.json` gives what Jinja2 itself gives.
class ReferenceTest {
    /// The moment at which the clock of `reference.py` stands.
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 7, 8, 9, 5, 60_000);

    @TestFactory
    Stream<DynamicTest> jinjaAgrees() {
        JsonObject reference = Reference.json("reference.json");
        return reference.getAsJsonArray("cases").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(example ->
                        DynamicTest.dynamicTest(
                                example.get("name").getAsString(),
                                () -> compare(reference, example)));
    }

    private static void compare(JsonObject reference, JsonObject example) {
        String family = example.get("family").getAsString();
        String source = reference.getAsJsonObject("templates").get(family).getAsString();
        Map<String, Value> variables = variables(reference, example);
        if (example.has("text")) {
            String rendered = ChatTemplate.parse(source).render(variables, NOW);
            assertEquals(example.get("text").getAsString(), rendered);
        } else {
            TemplateException refusal =
                    assertThrows(
                            TemplateException.class,
                            () -> ChatTemplate.parse(source).render(variables, NOW));
            assertTrue(refusal.problem().startsWith("Line "), refusal.problem());
        }
    }

    private static Map<String, Value> variables(JsonObject reference, JsonObject example) {
        JsonObject chats = reference.getAsJsonObject("chats");
        return Map.of(
                "messages",
                Reference.value(chats.get(example.get("chat").getAsString())),
                "add_generation_prompt",
                Reference.value(example.get("prompts")),
                "bos_token",
                Value.of("<s>"),
                "eos_token",
                Value.of("</s>"),
                "tools",
                new Value.None(),
                "documents",
                new Value.None());
    }
}
