package nearside.worker.text;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import nearside.worker.template.TemplateException;
import nearside.worker.template.Value;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What `tokenizer_config.json` gives a chat template: its source and the names of some tokens.
///
/// @param variables `bos_token` and its like, as the template sees them
record TokenizerConfig(String template, Map<String, Value> variables) {
    private static final String FILE = "tokenizer_config.json";
    private static final String TEMPLATE_FILE = "chat_template.jinja";
    private static final List<String> TOKENS =
            List.of("bos_token", "eos_token", "unk_token", "pad_token");

    static TokenizerConfig read(Path folder) throws IOException {
        JsonObject config = config(folder);
        Map<String, Value> variables = new LinkedHashMap<>();
        for (String name : TOKENS) {
            content(config.get(name)).ifPresent(token -> variables.put(name, Value.of(token)));
        }
        return new TokenizerConfig(template(config, folder), variables);
    }

    private static JsonObject config(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new JsonObject();
        }
        try {
            return new Gson().fromJson(Files.readString(file), JsonObject.class);
        } catch (JsonParseException problem) {
            throw new IOException(FILE + " is not JSON: " + problem.getMessage(), problem);
        }
    }

    /// The file of its own goes before, as in `transformers`.
    private static String template(JsonObject config, Path folder) throws IOException {
        Path file = folder.resolve(TEMPLATE_FILE);
        if (Files.exists(file)) {
            return text(file);
        }
        return template(config.get("chat_template"))
                .orElseThrow(() ->
                        new TemplateException(
                                "The model has no chat template: expected 'chat_template'"
                                        + " in "
                                        + FILE
                                        + " or a file "
                                        + TEMPLATE_FILE
                                        + ", found neither."));
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new TemplateException(
                    TEMPLATE_FILE + " is not text: expected UTF-8, found other bytes.");
        }
    }

    /// A template is one string, or several with names, of which `default` is meant.
    private static Optional<String> template(@Nullable JsonElement value) {
        if (value instanceof JsonArray named) {
            return StreamSupport.stream(named.spliterator(), false)
                    .filter(JsonElement::isJsonObject)
                    .map(JsonElement::getAsJsonObject)
                    .filter(entry -> text(entry.get("name")).equals(Optional.of("default")))
                    .flatMap(entry -> text(entry.get("template")).stream())
                    .findFirst();
        }
        return text(value);
    }

    /// A token is a string, or an object that holds it as `content`.
    private static Optional<String> content(@Nullable JsonElement value) {
        return value instanceof JsonObject token ? text(token.get("content")) : text(value);
    }

    private static Optional<String> text(@Nullable JsonElement value) {
        return value != null && value.isJsonPrimitive()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }
}
