package nearside.storage.policy;

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
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads JSON to the letter: no comments, no second value under a key, no deep nesting.
final class StrictJson {
    private static final int DEEPEST = 8;

    private final Path path;
    private final Consumer<PolicyFault> faults;
    private final JsonReader in;

    private StrictJson(Path path, String text, Consumer<PolicyFault> faults) {
        this.path = path;
        this.faults = faults;
        in = new JsonReader(new StringReader(text));
        in.setStrictness(Strictness.STRICT);
        in.setNestingLimit(DEEPEST);
    }

    /// Empty when a fault was told that leaves nothing to read.
    static Optional<JsonObject> object(Path path, String text, Consumer<PolicyFault> faults) {
        try {
            StrictJson json = new StrictJson(path, text, faults);
            JsonElement whole = json.element();
            if (json.in.peek() == JsonToken.END_DOCUMENT && whole instanceof JsonObject object) {
                return Optional.of(object);
            }
            faults.accept(new PolicyFault.NotJson(path, "no object"));
        } catch (IOException | IllegalStateException | NumberFormatException malformed) {
            faults.accept(new PolicyFault.NotJson(path, String.valueOf(malformed.getMessage())));
        }
        return Optional.empty();
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
                faults.accept(new PolicyFault.DuplicateKey(path, name));
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
