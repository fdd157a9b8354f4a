package nearside.worker.text;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;

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

/// What plain Python makes of one model, read from the golden files.
record Golden(
        List<Answered> prompts, @SerializedName("tokenizer_cases") List<Tokenized> tokenized) {

    static final List<String> MODELS =
            List.of("smollm2-135m-instruct-int4", "phi3-tiny-4k", "phi3-tiny-128k");

    record Answered(
            String name,
            List<Message> messages,
            String rendered,
            @SerializedName("input_ids") int[] promptIds,
            @SerializedName("greedy_ids") int[] replyIds,
            String text) {

        List<Line> lines() {
            return messages.stream().map(Message::line).toList();
        }

        Prompt prompt(Prompt.SpecialTokens specials) {
            return Golden.prompt(Prompt.Ending.NEW_REPLY, specials, lines());
        }

        TokenIds ids() {
            return TokenIds.of(promptIds);
        }
    }

    record Message(String role, String content) {
        Line line() {
            return new Line(Role.of(role).orElseThrow(), content);
        }
    }

    record Tokenized(
            String text, int[] ids, @SerializedName("decoded_skip_special") String decoded) {}

    static Golden of(String model) {
        String file = "/nearside/worker/golden/" + model + ".json";
        try (var stream = Objects.requireNonNull(Golden.class.getResourceAsStream(file))) {
            return new Gson()
                    .fromJson(new InputStreamReader(stream, StandardCharsets.UTF_8), Golden.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                new ModelFolder.Contents(List.of(), 0, ""),
                new ModelFolder.Shape(1, 1, 1, 1, 1, OptionalInt.empty()),
                new ModelFolder.Names(
                        "",
                        new ModelFolder.Inputs("", "", Optional.empty(), "", ""),
                        new ModelFolder.Outputs("", "", ""),
                        Set.of()));
    }
}
