package nearside.worker.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Every template and expression of `reference.json` gives what Jinja2 itself gives.
class ReferenceTest {

    @TestFactory
    Stream<DynamicTest> jinjaAgrees() throws IOException {
        JsonObject reference = reference();
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
            String rendered = ChatTemplate.parse(source).render(variables);
            assertEquals(example.get("text").getAsString(), rendered);
        } else {
            TemplateException refusal =
                    assertThrows(
                            TemplateException.class,
                            () -> ChatTemplate.parse(source).render(variables));
            assertTrue(refusal.problem().startsWith("Line "), refusal.problem());
        }
    }

    private static Map<String, Value> variables(JsonObject reference, JsonObject example) {
        JsonArray chat =
                reference
                        .getAsJsonObject("chats")
                        .getAsJsonArray(example.get("chat").getAsString());
        return Map.of(
                "messages",
                new Value.Sequence(chat.asList().stream().map(ReferenceTest::message).toList()),
                "add_generation_prompt",
                Value.of(example.get("prompts").getAsBoolean()),
                "bos_token",
                Value.of("<s>"),
                "eos_token",
                Value.of("</s>"),
                "tools",
                new Value.None(),
                "documents",
                new Value.None());
    }

    private static Value message(JsonElement message) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (String key : List.of("role", "content")) {
            entries.put(key, Value.of(message.getAsJsonObject().get(key).getAsString()));
        }
        return new Value.Mapping(entries);
    }

    private static JsonObject reference() throws IOException {
        String file = "/nearside/worker/template/reference.json";
        try (var stream = Objects.requireNonNull(ReferenceTest.class.getResourceAsStream(file))) {
            return new Gson()
                    .fromJson(
                            new InputStreamReader(stream, StandardCharsets.UTF_8),
                            JsonObject.class);
        }
    }
}
