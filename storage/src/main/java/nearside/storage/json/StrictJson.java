package nearside.storage.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Reads JSON to the letter: no comments, no second value under a key unseen, no deep nesting.
public final class StrictJson {
    private static final int DEEPEST = 8;

    private final JsonReader in;
    private final List<String> repeated = new ArrayList<>();

    private StrictJson(String text) {
        in = new JsonReader(new StringReader(text));
        in.setStrictness(Strictness.STRICT);
        in.setNestingLimit(DEEPEST);
    }

    /// What a text is.
    public sealed interface Reading {
        /// One object and nothing behind it.
        ///
        /// @param repeated keys that were given twice in the same object; their last value counts
        record Whole(JsonObject object, List<String> repeated) implements Reading {
            public Whole {
                repeated = List.copyOf(repeated);
            }
        }

        record Malformed(String problem) implements Reading {}
    }

    /// The object that the text is.
    public static Reading object(String text) {
        try {
            StrictJson json = new StrictJson(text);
            JsonElement whole = json.element();
            return json.in.peek() == JsonToken.END_DOCUMENT && whole instanceof JsonObject object
                    ? new Reading.Whole(object, json.repeated)
                    : new Reading.Malformed("no object");
        } catch (IOException | IllegalStateException | NumberFormatException malformed) {
            return new Reading.Malformed(String.valueOf(malformed.getMessage()));
        }
    }

    private JsonElement element() throws IOException {
        return switch (in.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonPrimitive(in.nextString());
            case NUMBER -> new JsonPrimitive(new BigDecimal(in.nextString()));
            case BOOLEAN -> new JsonPrimitive(in.nextBoolean());
            case NULL -> {
                in.nextNull();
                yield JsonNull.INSTANCE;
            }
            case END_OBJECT, END_ARRAY, NAME, END_DOCUMENT ->
                    throw new IllegalStateException("no value at " + in.getPath());
        };
    }

    private JsonObject object() throws IOException {
        JsonObject object = new JsonObject();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (object.has(name)) {
                repeated.add(name);
            }
            object.add(name, element());
        }
        in.endObject();
        return object;
    }

    private JsonArray array() throws IOException {
        JsonArray array = new JsonArray();
        in.beginArray();
        while (in.hasNext()) {
            array.add(element());
        }
        in.endArray();
        return array;
    }
}
