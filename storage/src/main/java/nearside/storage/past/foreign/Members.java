package nearside.storage.past.foreign;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import nearside.storage.past.PastRefusal.Kind;
import nearside.storage.past.PastTime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Members of JSON objects, each as what it should be or not at all.
final class Members {
    private Members() {}

    static Optional<JsonElement> any(JsonObject object, String member) {
        return Optional.ofNullable(object.get(member)).filter(it -> !it.isJsonNull());
    }

    static Optional<String> text(JsonObject object, String member) {
        return any(object, member).filter(Members::isText).map(JsonElement::getAsString);
    }

    /// A text that says anything.
    static Optional<String> name(JsonObject object, String member) {
        return text(object, member).filter(text -> !text.isBlank());
    }

    static Optional<JsonObject> object(JsonObject object, String member) {
        return any(object, member)
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject);
    }

    static Optional<JsonArray> list(JsonObject object, String member) {
        return any(object, member)
                .filter(JsonElement::isJsonArray)
                .map(JsonElement::getAsJsonArray);
    }

    /// The objects of a list; what else stands in it is left out.
    static List<JsonObject> objects(JsonObject object, String member) {
        return list(object, member).stream()
                .flatMap(list -> list.asList().stream())
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    /// The texts of a list; what else stands in it is left out.
    static List<String> texts(JsonObject object, String member) {
        return list(object, member).stream()
                .flatMap(list -> list.asList().stream())
                .filter(Members::isText)
                .map(JsonElement::getAsString)
                .toList();
    }

    static boolean isTrue(JsonObject object, String member) {
        return any(object, member)
                .filter(it -> kind(it) == Kind.TRUTH && it.getAsBoolean())
                .isPresent();
    }

    /// A number since 1970, or a text of ISO 8601.
    static Optional<Instant> time(JsonObject object, String member) {
        return any(object, member)
                .flatMap(it ->
                        switch (kind(it)) {
                            case NUMBER -> PastTime.of(it.getAsDouble());
                            case TEXT -> PastTime.of(it.getAsString());
                            case NOTHING, TRUTH, LIST, OBJECT, TIME, ID, WORD, BASE64, SIZE ->
                                    Optional.empty();
                        });
    }

    /// The object without what was taken over from it.
    static JsonObject without(JsonObject object, Set<String> taken) {
        JsonObject rest = new JsonObject();
        object.entrySet().stream()
                .filter(member -> !taken.contains(member.getKey()))
                .forEach(member -> rest.add(member.getKey(), member.getValue()));
        return rest;
    }

    static Kind kind(JsonElement element) {
        if (element instanceof JsonPrimitive primitive) {
            return primitive.isString()
                    ? Kind.TEXT
                    : primitive.isNumber() ? Kind.NUMBER : Kind.TRUTH;
        }
        return element.isJsonArray()
                ? Kind.LIST
                : element.isJsonObject() ? Kind.OBJECT : Kind.NOTHING;
    }

    static boolean isText(JsonElement element) {
        return kind(element) == Kind.TEXT;
    }
}
