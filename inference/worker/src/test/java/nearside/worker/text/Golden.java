package nearside.worker.text;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.TokenIds;
import nearside.engine.folder.ModelFolder;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// What plain Python makes of one model, read from the golden files.
record Golden(List<Answered> prompts, List<Tokenized> tokenized) {

    static final List<String> MODELS =
            List.of("smollm2-135m-instruct-int4", "phi3-tiny-4k", "phi3-tiny-128k");

    record Answered(
            String name,
            List<Line> lines,
            String rendered,
            List<Integer> promptIds,
            List<Integer> replyIds,
            String text) {

        Prompt prompt(Prompt.SpecialTokens specials) {
            return Golden.prompt(Prompt.Ending.NEW_REPLY, specials, lines());
        }

        TokenIds ids() {
            return Golden.ids(promptIds);
        }
    }

    record Tokenized(String text, List<Integer> ids, String decoded) {}

    static TokenIds ids(List<Integer> ids) {
        return TokenIds.of(ids.stream().mapToInt(Integer::intValue).toArray());
    }

    static Golden of(String model) {
        String file = "/nearside/worker/golden/" + model + ".json";
        try (var stream = Objects.requireNonNull(Golden.class.getResourceAsStream(file))) {
            var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
            return of(new Gson().fromJson(reader, JsonObject.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Golden of(JsonObject golden) {
        return new Golden(
                objects(golden, "prompts").map(Golden::answered).toList(),
                objects(golden, "tokenizer_cases").map(Golden::tokenized).toList());
    }

    private static Answered answered(JsonObject golden) {
        return new Answered(
                text(golden, "name"),
                objects(golden, "messages").map(Golden::line).toList(),
                text(golden, "rendered"),
                numbers(golden, "input_ids"),
                numbers(golden, "greedy_ids"),
                text(golden, "text"));
    }

    private static Line line(JsonObject message) {
        return new Line(Role.of(text(message, "role")).orElseThrow(), text(message, "content"));
    }

    private static Tokenized tokenized(JsonObject golden) {
        return new Tokenized(
                text(golden, "text"), numbers(golden, "ids"), text(golden, "decoded_skip_special"));
    }

    private static Stream<JsonObject> objects(JsonObject parent, String key) {
        return parent.getAsJsonArray(key).asList().stream().map(JsonElement::getAsJsonObject);
    }

    private static String text(JsonObject parent, String key) {
        return parent.get(key).getAsString();
    }

    private static List<Integer> numbers(JsonObject parent, String key) {
        return parent.getAsJsonArray(key).asList().stream().map(JsonElement::getAsInt).toList();
    }

    static Prompt prompt(Prompt.Ending ending, Prompt.SpecialTokens specials, List<Line> lines) {
        return new Prompt(lines, ending, specials, Sampling.GREEDY, 16);
    }

    static ModelText open(String model) {
        return ModelText.open(folder(Path.of(System.getProperty("nearside.models"), model)));
    }

    /// A folder whose text side is all that is wanted.
    static ModelFolder folder(Path path) {
        return new ModelFolder(
                path,
                "llama",
                Optional.empty(),
                new ModelFolder.Contents(List.of(), 0, ""),
                new ModelFolder.Shape(1, 1, 1, 4, 1, 1, OptionalInt.empty()),
                new ModelFolder.Names(
                        "",
                        new ModelFolder.Inputs("", "", Optional.empty(), "", ""),
                        new ModelFolder.Outputs("", "", ""),
                        Set.of()));
    }
}
