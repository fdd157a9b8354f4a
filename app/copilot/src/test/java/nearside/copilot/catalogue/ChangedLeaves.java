package nearside.copilot.catalogue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A JSON text again and again, with one leaf of it changed or one member gone.
final class ChangedLeaves {
    private final String text;
    private final List<String> changed = new ArrayList<>();

    private ChangedLeaves(String text) {
        this.text = text;
    }

    static List<String> of(String text) {
        ChangedLeaves leaves = new ChangedLeaves(text);
        leaves.walk(JsonParser.parseString(text), List.of());
        return List.copyOf(leaves.changed);
    }

    private void walk(JsonElement element, List<Object> path) {
        switch (element) {
            case JsonObject object -> {
                for (Map.Entry<String, JsonElement> member : object.entrySet()) {
                    changed.add(without(path, member.getKey()));
                    walk(member.getValue(), longer(path, member.getKey()));
                }
            }
            case JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    walk(array.get(i), longer(path, i));
                }
            }
            case JsonPrimitive leaf -> changed.add(with(path, other(leaf)));
            default -> throw new AssertionError("no leaf: " + element);
        }
    }

    private static List<Object> longer(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /// Still what its key may have, where that can be said in general.
    private static JsonElement other(JsonPrimitive leaf) {
        return leaf.isNumber()
                ? new JsonPrimitive(leaf.getAsLong() + 1)
                : new JsonPrimitive(leaf.getAsString() + "a");
    }

    private String without(List<Object> path, String name) {
        JsonElement whole = JsonParser.parseString(text);
        at(whole, path).getAsJsonObject().remove(name);
        return whole.toString();
    }

    private String with(List<Object> path, JsonElement value) {
        JsonElement whole = JsonParser.parseString(text);
        JsonElement around = at(whole, path.subList(0, path.size() - 1));
        switch (path.getLast()) {
            case String name -> around.getAsJsonObject().add(name, value);
            case Integer index -> around.getAsJsonArray().set(index, value);
            default -> throw new AssertionError();
        }
        return whole.toString();
    }

    private static JsonElement at(JsonElement whole, List<Object> path) {
        JsonElement at = whole;
        for (Object step : path) {
            at =
                    step instanceof Integer index
                            ? at.getAsJsonArray().get(index)
                            : at.getAsJsonObject().get((String) step);
        }
        return at;
    }
}
