package nearside.worker.sample.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.util.List;
import java.util.SplittableRandom;

/// Schemas that use every keyword of the subset, small enough for replies that end.
final class RandomSchema {
    private static final List<String> WORDS =
            List.of("a", "name", "größe", "x\"y", "line\nbreak", "漢", "", "a b", "👍", "null");

    private final SplittableRandom random;

    RandomSchema(SplittableRandom random) {
        this.random = random;
    }

    JsonObject next(int depth) {
        return switch (random.nextInt(depth > 0 ? 11 : 8)) {
            case 0 -> type("null");
            case 1 -> type("boolean");
            case 2 -> type("integer");
            case 3 -> type("number");
            case 4, 5 -> text();
            case 6 -> values();
            case 7 -> optionalText();
            case 8 -> array(depth);
            case 9 -> object(depth);
            default -> anyOf(depth);
        };
    }

    private static JsonObject type(String name) {
        JsonObject schema = new JsonObject();
        schema.addProperty("type", name);
        return schema;
    }

    private JsonObject text() {
        JsonObject schema = type("string");
        int least = random.nextInt(4);
        if (random.nextBoolean()) {
            schema.addProperty("minLength", least);
        }
        if (random.nextBoolean()) {
            schema.addProperty("maxLength", least + random.nextInt(6));
        }
        return schema;
    }

    private JsonObject optionalText() {
        JsonObject schema = text();
        JsonArray types = new JsonArray();
        types.add("string");
        types.add(random.nextBoolean() ? "null" : "integer");
        schema.add("type", types);
        return schema;
    }

    private JsonObject values() {
        JsonObject schema = new JsonObject();
        if (random.nextBoolean()) {
            schema.add("const", value());
            return schema;
        }
        JsonArray values = new JsonArray();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            values.add(value());
        }
        schema.add("enum", values);
        return schema;
    }

    private JsonElement value() {
        return switch (random.nextInt(4)) {
            case 0 -> JsonNull.INSTANCE;
            case 1 -> new JsonPrimitive(random.nextInt(-1000, 1000));
            case 2 -> new JsonPrimitive(random.nextInt(100) / 8.0);
            default -> new JsonPrimitive(word());
        };
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private JsonObject array(int depth) {
        JsonObject schema = type("array");
        schema.add("items", next(depth - 1));
        int least = random.nextInt(3);
        schema.addProperty("minItems", least);
        schema.addProperty("maxItems", least + random.nextInt(3));
        return schema;
    }

    private JsonObject object(int depth) {
        JsonObject schema = type("object");
        JsonObject properties = new JsonObject();
        JsonArray required = new JsonArray();
        for (int i = random.nextInt(5); i > 0; i--) {
            String name = word();
            if (!properties.has(name) && random.nextBoolean()) {
                required.add(name);
            }
            properties.add(name, next(depth - 1));
        }
        schema.add("properties", properties);
        schema.add("required", required);
        schema.addProperty("additionalProperties", false);
        return schema;
    }

    private JsonObject anyOf(int depth) {
        JsonArray options = new JsonArray();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            options.add(next(depth - 1));
        }
        JsonObject schema = new JsonObject();
        schema.add("anyOf", options);
        return schema;
    }
}
