package nearside.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The golden cases through the packaged program's own `ask`. The run takes every seventh case and
/// the longest one; `-Dnearside.golden=all` takes all (worker tests run all of them through the
/// same process anyway).
class GoldenIT {
    private static final List<String> MODELS =
            List.of("smollm2-135m-instruct-int4", "phi3-tiny-4k", "phi3-tiny-128k");
    private static final int STRIDE = 7;

    @TempDir Path room;

    static Stream<Arguments> cases() {
        return MODELS.stream().flatMap(GoldenIT::casesOf);
    }

    private static Stream<Arguments> casesOf(String model) {
        JsonArray prompts = golden(model).getAsJsonArray("prompts");
        boolean all = "all".equals(System.getProperty("nearside.golden"));
        return IntStream.range(0, prompts.size())
                .filter(index -> all || index % STRIDE == 0 || index == prompts.size() - 1)
                .mapToObj(prompts::get)
                .map(JsonElement::getAsJsonObject)
                .map(golden -> Arguments.of(model, golden.get("name").getAsString(), golden));
    }

    private static JsonObject golden(String model) {
        Path file =
                Packaged.models()
                        .resolveSibling(
                                "inference/worker/src/test/resources/nearside/worker/golden")
                        .resolve(model + ".json");
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void askGivesTheSameIds(String model, String name, JsonObject golden) throws Exception {
        Path messages = room.resolve("messages.json");
        Files.writeString(messages, golden.get("messages").toString());
        Packaged.Run run =
                new Packaged(room)
                        .run(
                                "ask",
                                "--json",
                                "--temperature",
                                "0",
                                "--max-tokens",
                                "48",
                                "--model",
                                Packaged.models().resolve(model).toString(),
                                "--messages",
                                messages.toString());
        assertEquals(0, run.exit(), run.err());
        JsonObject report = JsonParser.parseString(run.out()).getAsJsonObject();
        assertEquals(golden.get("input_ids"), report.get("prompt_ids"));
        assertEquals(golden.get("greedy_ids"), report.get("reply_ids"));
        assertEquals(golden.get("text"), report.get("text"));
        assertEquals(
                golden.get("stopped_at_eos").getAsBoolean() ? "eos" : "length",
                report.get("finish").getAsString());
        assertTrue(report.get("conversation").isJsonNull(), "--messages is not saved");
    }
}
