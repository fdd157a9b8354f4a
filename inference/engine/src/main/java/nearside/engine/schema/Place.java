package nearside.engine.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.Set;

/// One schema object inside a schema, and where it stands.
///
/// @param path a JSON pointer, `#` for the root
record Place(JsonObject json, String path, int depth) {
    private static final int DEEPEST = 32;

    /// Keywords that say nothing about values.
    private static final Set<String> NOTES =
            Set.of(
                    "title",
                    "description",
                    "default",
                    "examples",
                    "deprecated",
                    "readOnly",
                    "writeOnly",
                    "$schema",
                    "$id",
                    "$comment",
                    "$defs");

    static Place of(JsonElement json, String path, int depth) throws Unusable {
        if (depth > DEEPEST) {
            throw new Unusable(new SchemaFlaw.TooDeep(path, DEEPEST));
        }
        if (json instanceof JsonObject object) {
            return new Place(object, path, depth);
        }
        throw new Unusable(new SchemaFlaw.WrongValue(path, "", "an object"));
    }

    Place below(JsonElement child, String... steps) throws Unusable {
        StringBuilder pointer = new StringBuilder(path);
        for (String step : steps) {
            pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
        return of(child, pointer.toString(), depth + 1);
    }

    boolean has(String keyword) {
        return json.has(keyword);
    }

    /// Refuses every keyword that is not among these.
    void allow(Set<String> keywords) throws Unusable {
        for (String keyword : json.keySet()) {
            if (!keywords.contains(keyword) && !NOTES.contains(keyword)) {
                throw new Unusable(new SchemaFlaw.Unsupported(path, keyword));
            }
        }
    }

    JsonElement value(String keyword) throws Unusable {
        JsonElement value = json.get(keyword);
        if (value == null) {
            throw new Unusable(new SchemaFlaw.WrongValue(path, keyword, "a value"));
        }
        return value;
    }

    JsonArray array(String keyword) throws Unusable {
        if (value(keyword) instanceof JsonArray array) {
            return array;
        }
        throw wrong(keyword, "an array");
    }

    JsonObject object(String keyword) throws Unusable {
        if (value(keyword) instanceof JsonObject object) {
            return object;
        }
        throw wrong(keyword, "an object");
    }

    String text(String keyword, JsonElement value) throws Unusable {
        if (value instanceof JsonPrimitive text && text.isString()) {
            return text.getAsString();
        }
        throw wrong(keyword, "texts");
    }

    OptionalInt size(String keyword) throws Unusable {
        if (!has(keyword)) {
            return OptionalInt.empty();
        }
        try {
            if (value(keyword) instanceof JsonPrimitive size && size.isNumber()) {
                BigDecimal number = size.getAsBigDecimal();
                if (number.signum() >= 0 && number.scale() > -10) {
                    return OptionalInt.of(number.intValueExact());
                }
            }
        } catch (ArithmeticException | NumberFormatException tooBig) {
            throw wrong(keyword, "a whole number from 0 on");
        }
        throw wrong(keyword, "a whole number from 0 on");
    }

    Unusable wrong(String keyword, String expected) {
        return new Unusable(new SchemaFlaw.WrongValue(path, keyword, expected));
    }

    Unusable impossible(String keyword) {
        return new Unusable(new SchemaFlaw.Impossible(path, keyword));
    }
}
