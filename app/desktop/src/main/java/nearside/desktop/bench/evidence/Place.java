package nearside.desktop.bench.evidence;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A place in a set of questions: what is read there, or what was expected instead.
///
/// @param name of it for a person
record Place(String name) {
    IllegalArgumentException expected(String expected, String found) {
        return new IllegalArgumentException(name + ": expected " + expected + ", found " + found);
    }

    JsonObject object(@Nullable JsonElement element, String expected) {
        if (element instanceof JsonObject object) {
            return object;
        }
        throw expected(expected, kind(element));
    }

    JsonArray array(JsonObject object, String key) {
        if (object.get(key) instanceof JsonArray array) {
            return array;
        }
        throw expected("an array under \"" + key + "\"", kind(object.get(key)));
    }

    JsonArray pair(JsonElement element, String expected) {
        if (element instanceof JsonArray pair && pair.size() == 2) {
            return pair;
        }
        throw expected(expected, kind(element));
    }

    String text(JsonObject object, String key) {
        return text(object.get(key), "a text under \"" + key + "\"");
    }

    String text(@Nullable JsonElement element, String expected) {
        if (element instanceof JsonPrimitive value && value.isString()) {
            return value.getAsString();
        }
        throw expected(expected, kind(element));
    }

    int number(JsonElement element) {
        if (element instanceof JsonPrimitive value
                && value.isNumber()
                && value.getAsString().matches("\\d{1,9}")) {
            return value.getAsInt();
        }
        throw expected("a number from 0 on", String.valueOf(element));
    }

    List<String> texts(JsonElement element, String expected) {
        if (element instanceof JsonArray array) {
            return array.asList().stream().map(it -> text(it, expected)).toList();
        }
        throw expected(expected, kind(element));
    }

    private static String kind(@Nullable JsonElement element) {
        return switch (element) {
            case null -> "nothing";
            case JsonObject _ -> "an object";
            case JsonArray array -> "an array of " + array.size();
            default -> element.toString();
        };
    }
}
