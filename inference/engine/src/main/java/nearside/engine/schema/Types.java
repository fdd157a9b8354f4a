package nearside.engine.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/// Whether a value is of a type, as JSON Schema names types.
final class Types {
    private Types() {}

    static boolean is(String type, JsonElement value) {
        return switch (type) {
            case "object" -> value.isJsonObject();
            case "array" -> value.isJsonArray();
            case "null" -> value.isJsonNull();
            case "string" -> value instanceof JsonPrimitive text && text.isString();
            case "boolean" -> value instanceof JsonPrimitive truth && truth.isBoolean();
            case "number" -> value instanceof JsonPrimitive number && number.isNumber();
            case "integer" -> value instanceof JsonPrimitive number && isInteger(number);
            default -> false;
        };
    }

    /// 1.0 is an integer too.
    private static boolean isInteger(JsonPrimitive value) {
        return value.isNumber() && value.getAsBigDecimal().stripTrailingZeros().scale() <= 0;
    }
}
