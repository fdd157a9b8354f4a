package nearside.copilot.borrow.mask;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Changes the texts inside of JSON and leaves it JSON. What is none is changed as one text.
final class JsonTexts {
    private final UnaryOperator<String> change;
    private final Numbers numbers;

    JsonTexts(UnaryOperator<String> change, Numbers numbers) {
        this.change = change;
        this.numbers = numbers;
    }

    /// What becomes of numbers.
    enum Numbers {
        /// One that changes becomes a text.
        CHANGE,
        STAY
    }

    /// The same to the byte where nothing changes.
    String in(String json) {
        Optional<JsonElement> parsed = parse(json);
        if (parsed.isEmpty()) {
            return change.apply(json);
        }
        JsonElement changed = in(parsed.get());
        return changed.equals(parsed.get()) ? json : changed.toString();
    }

    private JsonElement in(JsonElement element) {
        return switch (element) {
            case JsonObject object -> {
                JsonObject all = new JsonObject();
                for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
                    all.add(change.apply(entry.getKey()), in(entry.getValue()));
                }
                yield all;
            }
            case JsonArray array -> {
                JsonArray all = new JsonArray(array.size());
                array.forEach(each -> all.add(in(each)));
                yield all;
            }
            case JsonPrimitive primitive -> in(primitive);
            default -> element;
        };
    }

    private JsonElement in(JsonPrimitive primitive) {
        boolean mayChange =
                primitive.isString() || (primitive.isNumber() && numbers == Numbers.CHANGE);
        if (!mayChange) {
            return primitive;
        }
        String text = primitive.getAsString();
        String changed = change.apply(text);
        return changed.equals(text) ? primitive : new JsonPrimitive(changed);
    }

    /// An object or a list; empty for everything else.
    private static Optional<JsonElement> parse(String json) {
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement parsed = JsonParser.parseReader(reader);
            return reader.peek() == JsonToken.END_DOCUMENT && !parsed.isJsonPrimitive()
                    ? Optional.of(parsed)
                    : Optional.empty();
        } catch (JsonParseException | IOException none) {
            return Optional.empty();
        }
    }
}
