package nearside.engine.folder;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A value of a JSON file that knows where it stands, so that a wrong one can be named.
///
/// @param key the path to it, empty for the whole file
record JsonValue(String file, String key, JsonElement element) {
    private static final int LONGEST = 80;
    private static final int LONGEST_NAME = 200;

    /// The value of that name, which has to be there.
    JsonValue at(String name) throws Flawed {
        Optional<JsonValue> found = find(name);
        if (found.isEmpty()) {
            throw wrong(file, path(name), "a value", "nothing");
        }
        return found.get();
    }

    /// The value of that name; null counts as absent.
    Optional<JsonValue> find(String name) throws Flawed {
        if (!(element instanceof JsonObject object)) {
            throw wrong("an object");
        }
        JsonElement found = object.get(name);
        return found == null || found.isJsonNull()
                ? Optional.empty()
                : Optional.of(new JsonValue(file, path(name), found));
    }

    private String path(String name) {
        return key.isEmpty() ? name : key + "." + name;
    }

    int number(int least, int most) throws Flawed {
        if (element instanceof JsonPrimitive number
                && number.isNumber()
                && number.getAsString().matches("-?[0-9]{1,10}")) {
            long value = Long.parseLong(number.getAsString());
            if (value >= least && value <= most) {
                return (int) value;
            }
        }
        throw wrong("a whole number from " + least + " to " + most);
    }

    /// A text of one to two hundred characters.
    String text() throws Flawed {
        if (element instanceof JsonPrimitive text && text.isString()) {
            String value = text.getAsString();
            if (!value.isBlank() && value.length() <= LONGEST_NAME) {
                return value;
            }
        }
        throw wrong("a text");
    }

    boolean truth() throws Flawed {
        if (element instanceof JsonPrimitive truth && truth.isBoolean()) {
            return truth.getAsBoolean();
        }
        throw wrong("true or false");
    }

    /// The items of a list, or the value itself where it is none.
    List<JsonValue> items() {
        if (!(element instanceof JsonArray array)) {
            return List.of(this);
        }
        List<JsonValue> items = new ArrayList<>();
        for (JsonElement item : array) {
            items.add(new JsonValue(file, key + "[" + items.size() + "]", item));
        }
        return items;
    }

    /// The names in an object; none in anything else.
    Set<String> names() {
        return element instanceof JsonObject object ? object.keySet() : Set.of();
    }

    boolean isObject() {
        return element.isJsonObject();
    }

    Flawed wrong(String expected) {
        return wrong(file, key, expected, element.toString());
    }

    private static Flawed wrong(String file, String key, String expected, String found) {
        return new Flawed(new FolderFlaw.WrongValue(file, brief(key), expected, brief(found)));
    }

    static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
