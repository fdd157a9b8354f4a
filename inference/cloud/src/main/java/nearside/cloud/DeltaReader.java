package nearside.cloud;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import nearside.cloud.Delta.Counted;
import nearside.cloud.outbound.FarException;
import nearside.engine.EngineFailure.Far;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the events of a chat completion (OpenAI's API reference, "The chat completion chunk
/// object"). Strict JSON; of several choices the first one; fields that are not known are passed
/// over, those that are must have the type that they should.
final class DeltaReader {
    private static final String DONE = "[DONE]";

    private final String far;

    DeltaReader(String far) {
        this.far = far;
    }

    Delta read(String data) throws FarException {
        if (data.strip().equals(DONE)) {
            return new Delta.Done();
        }
        try {
            return read(object(data));
        } catch (IOException
                | JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | NumberFormatException wrong) {
            throw new FarException(
                    new Far.Garbled(far, "a chunk of a chat completion", "something else"));
        }
    }

    private static JsonObject object(String data) throws IOException {
        JsonReader reader = new JsonReader(new StringReader(data));
        reader.setStrictness(Strictness.STRICT);
        JsonObject json = JsonParser.parseReader(reader).getAsJsonObject();
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new IllegalStateException("more than one value");
        }
        return json;
    }

    private static Delta read(JsonObject json) {
        Optional<JsonObject> error = member(json, "error");
        if (error.isPresent()) {
            return broken(error.get());
        }
        Optional<Counted> usage = member(json, "usage").map(DeltaReader::counted);
        Optional<JsonArray> choices = value(json, "choices").map(JsonElement::getAsJsonArray);
        if (choices.isEmpty() && usage.isEmpty()) {
            throw new IllegalStateException("neither choices nor usage");
        }
        Optional<JsonObject> choice = choices.flatMap(DeltaReader::first);
        Optional<JsonObject> delta = choice.flatMap(it -> member(it, "delta"));
        return new Delta.Part(
                delta.flatMap(it -> text(it, "content")).orElse(""),
                delta.flatMap(it -> value(it, "tool_calls"))
                        .map(it -> calls(it.getAsJsonArray()))
                        .orElse(List.of()),
                choice.flatMap(it -> text(it, "finish_reason")),
                usage);
    }

    /// Where no piece says its index, they are counted.
    private static List<Delta.CallPiece> calls(JsonArray pieces) {
        List<Delta.CallPiece> all = new ArrayList<>();
        for (JsonElement element : pieces) {
            JsonObject piece = element.getAsJsonObject();
            int index = value(piece, "index").map(JsonElement::getAsInt).orElse(all.size());
            Optional<JsonObject> function = member(piece, "function");
            all.add(
                    new Delta.CallPiece(
                            index,
                            text(piece, "id").orElse(""),
                            function.flatMap(it -> text(it, "name")).orElse(""),
                            function.flatMap(it -> text(it, "arguments")).orElse("")));
        }
        return all;
    }

    /// The choice with index 0, or the first one where none says its index.
    private static Optional<JsonObject> first(JsonArray choices) {
        for (JsonElement element : choices) {
            JsonObject choice = element.getAsJsonObject();
            if (!choice.has("index") || choice.get("index").getAsInt() == 0) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    private static Delta broken(JsonObject error) {
        OptionalInt code =
                text(error, "code").stream()
                        .filter(it -> it.matches("[1-5]\\d\\d"))
                        .mapToInt(Integer::parseInt)
                        .findFirst();
        return new Delta.Broken(text(error, "message").orElse(""), code);
    }

    private static Counted counted(JsonObject usage) {
        int cached =
                member(usage, "prompt_tokens_details")
                        .map(details -> number(details, "cached_tokens"))
                        .orElse(0);
        return new Counted(
                number(usage, "prompt_tokens"), cached, number(usage, "completion_tokens"));
    }

    private static int number(JsonObject json, String name) {
        return value(json, name).map(it -> Math.max(0, it.getAsInt())).orElse(0);
    }

    private static Optional<JsonObject> member(JsonObject json, String name) {
        return value(json, name).map(JsonElement::getAsJsonObject);
    }

    private static Optional<String> text(JsonObject json, String name) {
        return value(json, name).map(JsonElement::getAsString);
    }

    /// Null is as good as absent.
    private static Optional<JsonElement> value(JsonObject json, String name) {
        return Optional.ofNullable(json.get(name)).filter(it -> !it.isJsonNull());
    }
}
