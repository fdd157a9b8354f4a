package nearside.worker;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import nearside.engine.Prompt;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.TokenIds;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// One prompt with the ids that the reference implementation read and wrote. The files were made
/// with Python's onnxruntime 1.29.0 and tokenizers 0.23.3, greedy, on one thread.
record GoldenCase(
        String model,
        String name,
        Prompt prompt,
        TokenIds promptIds,
        TokenIds replyIds,
        String text) {

    static final List<String> MODELS =
            List.of("smollm2-135m-instruct-int4", "phi3-tiny-4k", "phi3-tiny-128k");

    static Stream<GoldenCase> all() {
        return MODELS.stream().flatMap(GoldenCase::of);
    }

    static Stream<GoldenCase> of(String model) {
        JsonObject file = file(model);
        int limit = file.get("max_new_tokens").getAsInt();
        return file.getAsJsonArray("prompts").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(prompt -> of(model, prompt, limit));
    }

    private static JsonObject file(String model) {
        var stream = GoldenCase.class.getResourceAsStream("golden/" + model + ".json");
        try (Reader reader =
                new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, JsonObject.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static GoldenCase of(String model, JsonObject golden, int limit) {
        Prompt prompt =
                new Prompt(
                        golden.getAsJsonArray("messages").asList().stream()
                                .map(JsonElement::getAsJsonObject)
                                .map(GoldenCase::line)
                                .toList(),
                        Prompt.Ending.NEW_REPLY,
                        Prompt.SpecialTokens.AS_TOKENS,
                        Sampling.GREEDY,
                        limit);
        return new GoldenCase(
                model,
                golden.get("name").getAsString(),
                prompt,
                ids(golden, "input_ids"),
                ids(golden, "greedy_ids"),
                golden.get("text").getAsString());
    }

    private static Prompt.Line line(JsonObject message) {
        return new Prompt.Line(
                Role.of(message.get("role").getAsString()).orElseThrow(),
                message.get("content").getAsString());
    }

    private static TokenIds ids(JsonObject golden, String name) {
        return TokenIds.of(
                golden.getAsJsonArray(name).asList().stream()
                        .mapToInt(JsonElement::getAsInt)
                        .toArray());
    }

    @Override
    public String toString() {
        return model + " " + name;
    }
}
