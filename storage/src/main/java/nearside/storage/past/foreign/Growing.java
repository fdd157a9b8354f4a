package nearside.storage.past.foreign;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import nearside.storage.past.PastRefusal.Limit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Builds a tree of JSON from a stream, value by value, and stops building, not reading, where it
/// grows over a limit.
final class Growing {
    /// What a value costs beside its characters.
    private static final int VALUE = 32;

    private final JsonReader in;
    private final Metered characters;
    private final Limits limits;
    private final Optional<Attached> attached;
    private final List<String> path = new ArrayList<>();
    private long size;
    private Optional<Limit> over = Optional.empty();

    Growing(JsonReader in, Metered characters, Limits limits) {
        this(in, characters, limits, Optional.empty());
    }

    /// @param attached takes the bytes of attachments, which are then not in the tree
    Growing(JsonReader in, Metered characters, Limits limits, Optional<Attached> attached) {
        this.in = in;
        this.characters = characters;
        this.limits = limits;
        this.attached = attached;
    }

    /// The limit that was met, if one was: what was read then is not whole.
    Optional<Limit> over() {
        return over;
    }

    JsonElement value() throws IOException {
        return value(1);
    }

    private JsonElement value(int level) throws IOException {
        characters.restart();
        if (level > limits.levels() && nests(in.peek())) {
            over = over.or(() -> Optional.of(Limit.LEVELS));
        }
        if (over.isPresent()) {
            skip();
            return JsonNull.INSTANCE;
        }
        return switch (in.peek()) {
            case BEGIN_ARRAY -> array(level);
            case BEGIN_OBJECT -> object(level);
            case STRING -> new JsonPrimitive(counted(in.nextString()));
            case NUMBER -> new JsonPrimitive(number());
            case BOOLEAN -> new JsonPrimitive(in.nextBoolean());
            case NULL -> {
                in.nextNull();
                yield JsonNull.INSTANCE;
            }
            case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT ->
                    throw new IllegalStateException("no value here");
        };
    }

    /// As it is written, so that nothing of it is lost.
    private Number number() throws IOException {
        Number number = ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(in);
        counted(number.toString());
        return number;
    }

    private JsonArray array(int level) throws IOException {
        JsonArray array = new JsonArray();
        in.beginArray();
        while (in.hasNext()) {
            array.add(value(level + 1));
        }
        in.endArray();
        return array;
    }

    private JsonObject object(int level) throws IOException {
        JsonObject object = new JsonObject();
        in.beginObject();
        while (in.hasNext()) {
            characters.restart();
            path.addLast(counted(in.nextName()));
            if (isAttachment(level)) {
                pieces(attached.orElseThrow().begin(object));
            } else {
                object.add(path.getLast(), value(level + 1));
            }
            path.removeLast();
        }
        in.endObject();
        return object;
    }

    private boolean isAttachment(int level) throws IOException {
        return attached.isPresent()
                && over.isEmpty()
                && level == Attached.LEVEL
                && path.equals(Attached.PATH)
                && in.peek() == JsonToken.BEGIN_ARRAY;
    }

    /// Each piece costs what a value costs; its characters are not counted.
    private void pieces(Attached.Pieces pieces) throws IOException {
        in.beginArray();
        while (in.hasNext()) {
            characters.restart();
            counted("");
            if (in.peek() == JsonToken.STRING) {
                pieces.add(in.nextString());
            } else {
                pieces.addOdd(Members.kind(value(Attached.LEVEL + 2)));
            }
        }
        in.endArray();
        pieces.end();
    }

    private String counted(String text) {
        size += text.length() + VALUE;
        if (size > limits.conversation()) {
            over = over.or(() -> Optional.of(Limit.CONVERSATION));
        }
        return text;
    }

    private static boolean nests(JsonToken token) {
        return token == JsonToken.BEGIN_ARRAY || token == JsonToken.BEGIN_OBJECT;
    }

    /// Reads over a value without keeping anything, however deep it is.
    private void skip() throws IOException {
        int depth = 0;
        do {
            characters.restart();
            switch (in.peek()) {
                case BEGIN_ARRAY -> {
                    in.beginArray();
                    depth++;
                }
                case BEGIN_OBJECT -> {
                    in.beginObject();
                    depth++;
                }
                case END_ARRAY -> {
                    in.endArray();
                    depth--;
                }
                case END_OBJECT -> {
                    in.endObject();
                    depth--;
                }
                case NAME, STRING, NUMBER, BOOLEAN, NULL -> in.skipValue();
                case END_DOCUMENT -> throw new java.io.EOFException();
            }
        } while (depth > 0);
    }
}
