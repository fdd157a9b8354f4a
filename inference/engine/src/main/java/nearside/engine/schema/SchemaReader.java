package nearside.engine.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import nearside.engine.schema.Schema.Presence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Reduces a JSON Schema to what its values look like, or names the first keyword that it cannot.
final class SchemaReader {
    /// The keywords beside `type` that each type may have.
    private static final Map<String, Set<String>> KEYWORDS =
            Map.of(
                    "object", Set.of("properties", "required", "additionalProperties"),
                    "array", Set.of("items", "minItems", "maxItems"),
                    "string", Set.of("minLength", "maxLength"),
                    "number", Set.of(),
                    "integer", Set.of(),
                    "boolean", Set.of(),
                    "null", Set.of());

    private SchemaReader() {}

    static Schema read(JsonElement root) throws Unusable {
        return read(Place.of(root, "#", 0));
    }

    private static Schema read(Place at) throws Unusable {
        if (at.has("enum") || at.has("const")) {
            return literals(at);
        }
        if (at.has("anyOf")) {
            return anyOf(at);
        }
        if (!at.has("type")) {
            at.allow(Set.of());
            throw new Unusable(new SchemaFlaw.NoType(at.path()));
        }
        List<String> types = types(at);
        Set<String> allowed = new HashSet<>(Set.of("type"));
        types.forEach(type -> allowed.addAll(KEYWORDS.getOrDefault(type, Set.of())));
        at.allow(allowed);
        List<Schema> options = new ArrayList<>();
        for (String type : types) {
            options.add(ofType(type, at));
        }
        return options.size() == 1 ? options.getFirst() : new Schema.Either(options);
    }

    private static List<String> types(Place at) throws Unusable {
        JsonElement value = at.value("type");
        JsonArray names = new JsonArray();
        if (value instanceof JsonArray several) {
            names = several;
        } else {
            names.add(value);
        }
        Set<String> types = new LinkedHashSet<>();
        for (JsonElement name : names) {
            String type = at.text("type", name);
            if (!KEYWORDS.containsKey(type)) {
                throw at.wrong(
                        "type", String.join(", ", KEYWORDS.keySet().stream().sorted().toList()));
            }
            types.add(type);
        }
        if (types.isEmpty()) {
            throw at.impossible("type");
        }
        return List.copyOf(types);
    }

    private static Schema ofType(String type, Place at) throws Unusable {
        return switch (type) {
            case "object" -> fields(at);
            case "array" -> sequence(at);
            case "string" -> text(at);
            case "number" -> new Schema.Numeric(Schema.Kind.NUMBER);
            case "integer" -> new Schema.Numeric(Schema.Kind.INTEGER);
            case "boolean" -> new Schema.Literals(List.of("true", "false"));
            case "null" -> new Schema.Literals(List.of("null"));
            default -> throw new IllegalStateException(type);
        };
    }

    private static Schema text(Place at) throws Unusable {
        int least = at.size("minLength").orElse(0);
        return new Schema.Text(least, most("maxLength", least, at));
    }

    private static OptionalInt most(String keyword, int least, Place at) throws Unusable {
        OptionalInt most = at.size(keyword);
        if (most.isPresent() && most.getAsInt() < least) {
            throw at.impossible(keyword);
        }
        return most;
    }

    private static Schema sequence(Place at) throws Unusable {
        int least = at.size("minItems").orElse(0);
        Schema items = read(at.below(at.value("items"), "items"));
        return new Schema.Sequence(items, least, most("maxItems", least, at));
    }

    private static Schema fields(Place at) throws Unusable {
        if (at.has("additionalProperties")
                && !at.value("additionalProperties").equals(new JsonPrimitive(false))) {
            throw new Unusable(new SchemaFlaw.Unsupported(at.path(), "additionalProperties"));
        }
        JsonObject properties = at.has("properties") ? at.object("properties") : new JsonObject();
        Set<String> required = required(at);
        if (!properties.keySet().containsAll(required)) {
            throw at.impossible("required");
        }
        List<Schema.Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonElement> entry : properties.entrySet()) {
            String name = entry.getKey();
            fields.add(
                    new Schema.Field(
                            name,
                            read(at.below(entry.getValue(), "properties", name)),
                            required.contains(name) ? Presence.REQUIRED : Presence.OPTIONAL));
        }
        return new Schema.Fields(fields);
    }

    private static Set<String> required(Place at) throws Unusable {
        Set<String> names = new HashSet<>();
        if (at.has("required")) {
            for (JsonElement name : at.array("required")) {
                names.add(at.text("required", name));
            }
        }
        return names;
    }

    private static Schema anyOf(Place at) throws Unusable {
        at.allow(Set.of("anyOf"));
        JsonArray options = at.array("anyOf");
        List<Schema> read = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            read.add(read(at.below(options.get(i), "anyOf", String.valueOf(i))));
        }
        if (read.isEmpty()) {
            throw at.impossible("anyOf");
        }
        return new Schema.Either(read);
    }

    /// The values of enum or const; where a type stands beside them, those that are of it.
    private static Schema literals(Place at) throws Unusable {
        String keyword = at.has("enum") ? "enum" : "const";
        at.allow(Set.of(keyword, "type"));
        JsonArray values = new JsonArray();
        if (keyword.equals("enum")) {
            values = at.array("enum");
        } else {
            values.add(at.value("const"));
        }
        List<String> types = at.has("type") ? types(at) : List.copyOf(KEYWORDS.keySet());
        Set<String> literals = new LinkedHashSet<>();
        for (JsonElement value : values) {
            if (types.stream().anyMatch(type -> Types.is(type, value))) {
                literals.add(value.toString());
            }
        }
        if (literals.isEmpty()) {
            throw at.impossible(keyword);
        }
        return new Schema.Literals(List.copyOf(literals));
    }
}
