package nearside.engine.schema;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;

import java.io.IOException;
import java.io.StringReader;

/// A JSON Schema that replies can be held to: a subset of draft 2020-12.
///
/// Understood are `type` (one or several names), `properties`, `required`, `items`, `minItems`,
/// `maxItems`, `minLength`, `maxLength`, `enum`, `const` and `anyOf`, nested as one likes.
/// `additionalProperties` is taken for false. Titles and the like are passed over; any other
/// keyword is refused.
public final class JsonSchema {
    static final int MOST_CHARACTERS = 1 << 18;

    private final String source;
    private final Schema root;

    private JsonSchema(String source, Schema root) {
        this.source = source;
        this.root = root;
    }

    public static SchemaCheck check(String source) {
        try {
            return new SchemaCheck.Sound(new JsonSchema(source, read(source)));
        } catch (Unusable found) {
            return new SchemaCheck.Flawed(found.flaw());
        }
    }

    private static Schema read(String source) throws Unusable {
        if (source.length() > MOST_CHARACTERS) {
            throw new Unusable(new SchemaFlaw.TooLong(source.length(), MOST_CHARACTERS));
        }
        return SchemaReader.read(json(source));
    }

    private static JsonElement json(String source) throws Unusable {
        JsonReader reader = new JsonReader(new StringReader(source));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement tree = new Gson().getAdapter(JsonElement.class).read(reader);
            var _ = reader.peek(); // throws where anything follows
            return tree;
        } catch (IOException | IllegalStateException | JsonParseException broken) {
            String message = String.valueOf(broken.getMessage());
            throw new Unusable(new SchemaFlaw.NotJson(message.lines().findFirst().orElse("")));
        }
    }

    /// The text that it was read from.
    public String source() {
        return source;
    }

    public Schema root() {
        return root;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonSchema that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
