package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import java.util.Optional;

/// Reads what a command is given as JSON, or says in words what was expected.
final class JsonInput {
    private JsonInput() {}

    /// @param expected said where it is none
    static JsonArray array(String json, String expected) {
        try {
            if (JsonParser.parseString(json) instanceof JsonArray array) {
                return array;
            }
        } catch (JsonParseException broken) {
            throw new IllegalArgumentException("this is not JSON: " + broken.getMessage(), broken);
        }
        throw new IllegalArgumentException(
                "expected a JSON array of " + expected + ", found something else");
    }

    /// @param where named in what is said
    static JsonObject object(JsonElement element, String where, String expected) {
        if (element instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException(where + ": expected " + expected);
    }

    /// The text under a key; empty where there is none.
    static Optional<String> text(JsonObject object, String key) {
        return Optional.ofNullable(object.get(key))
                .filter(it -> it instanceof JsonPrimitive value && value.isString())
                .map(JsonElement::getAsString);
    }

    static String neededText(JsonObject object, String key, String where) {
        return text(object, key)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                where + ": expected a text under \"" + key + "\""));
    }
}
