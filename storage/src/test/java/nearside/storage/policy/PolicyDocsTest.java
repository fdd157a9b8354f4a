package nearside.storage.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.storage.policy.PolicyTexts.PolicyText;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The documents and the program know the same keys.
class PolicyDocsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_.]+)` \\|");

    private static String document(String name) throws IOException {
        Path models = Path.of(System.getProperty("nearside.models"));
        return Files.readString(models.resolveSibling("docs").resolve(name));
    }

    private static Set<String> known() {
        return Arrays.stream(PolicyKey.values())
                .map(PolicyKey::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rows(String markdown) {
        Set<String> keys = new TreeSet<>();
        Matcher row = ROW.matcher(markdown);
        while (row.find()) {
            keys.add(row.group(1));
        }
        return keys;
    }

    private static Set<String> properties(JsonObject schema, String group) {
        Set<String> keys = new TreeSet<>();
        JsonObject properties = schema.getAsJsonObject("properties");
        for (String name : properties.keySet()) {
            JsonObject inside = properties.getAsJsonObject(name);
            if (inside.has("properties")) {
                keys.addAll(properties(inside, name + "."));
            } else {
                keys.add(group + name);
            }
        }
        return keys;
    }

    @Test
    void theTableHasEveryKeyAndNoOther() throws IOException {
        assertEquals(known(), rows(document("policy.md")));
    }

    @Test
    void theSchemaHasEveryKeyAndNoOther() throws IOException {
        JsonObject schema =
                JsonParser.parseString(document("policy.schema.json")).getAsJsonObject();
        assertEquals(known(), properties(schema, ""));
    }

    @Test
    void aMissingRowIsSeen() throws IOException {
        String cut = document("policy.md").replace("| `offline` |", "");
        assertEquals(known().size() - 1, rows(cut).size());
    }

    /// But one, since the two places of models contradict each other.
    @Test
    void theExampleIsValidAndHoldsEveryKey() throws IOException {
        String markdown = document("policy.md");
        int start = markdown.indexOf("```json\n") + "```json\n".length();
        String example = markdown.substring(start, markdown.indexOf("```", start));

        PolicyTexts file =
                new PolicyTexts(
                        List.of(new PolicyText(Path.of("example.json"), example)), List.of());
        assertInstanceOf(PolicyState.Valid.class, PolicyState.of(file));
        Set<String> keys = known();
        keys.remove(PolicyKey.MODELS_FOLDER.path());
        for (String key : keys) {
            String name = key.substring(key.indexOf('.') + 1);
            assertEquals(1, example.split("\"" + name + "\":", -1).length - 1, key);
        }
    }
}
