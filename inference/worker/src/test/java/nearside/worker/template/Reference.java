package nearside.worker.template;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// What Jinja2 made of templates, read from files beside the tests.
final class Reference {
    private Reference() {}

    static JsonObject json(String file) {
        return new Gson().fromJson(text(file), JsonObject.class);
    }

    static String text(String file) {
        try (var stream = Objects.requireNonNull(Reference.class.getResourceAsStream(file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Value> entries(JsonObject object) {
        Map<String, Value> entries = new LinkedHashMap<>();
        object.asMap().forEach((name, entry) -> entries.put(name, value(entry)));
        return entries;
    }

    static Value value(JsonElement element) {
        return switch (element) {
            case JsonNull _ -> new Value.None();
            case JsonArray array ->
                    new Value.Sequence(array.asList().stream().map(Reference::value).toList());
            case JsonObject object -> new Value.Mapping(entries(object));
            case JsonPrimitive primitive -> primitive(primitive);
            default -> throw new IllegalArgumentException(element.toString());
        };
    }

    private static Value primitive(JsonPrimitive primitive) {
        if (primitive.isString()) {
            return Value.of(primitive.getAsString());
        }
        if (primitive.isBoolean()) {
            return Value.of(primitive.getAsBoolean());
        }
        return primitive.getAsString().matches("-?[0-9]+")
                ? Value.of(primitive.getAsLong())
                : new Value.Real(primitive.getAsDouble());
    }
}
