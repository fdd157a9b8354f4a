package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Reads a conversation: a JSON array of objects with `role` and `content`.
final class MessagesFile {
    private MessagesFile() {}

    static List<Line> parse(String json) {
        JsonArray messages = array(json);
        List<Line> lines = new ArrayList<>();
        for (int index = 0; index < messages.size(); index++) {
            lines.add(line(messages.get(index), index));
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("expected at least one message, found none");
        }
        return lines;
    }

    private static JsonArray array(String json) {
        try {
            JsonElement root = JsonParser.parseString(json);
            if (root.isJsonArray()) {
                return root.getAsJsonArray();
            }
        } catch (JsonParseException broken) {
            throw new IllegalArgumentException("this is not JSON: " + broken.getMessage(), broken);
        }
        throw new IllegalArgumentException(
                "expected a JSON array of {\"role\": …, \"content\": …}, found something else");
    }

    private static Line line(JsonElement element, int index) {
        if (!element.isJsonObject()) {
            throw new IllegalArgumentException(
                    "message " + (index + 1) + ": expected an object with role and content");
        }
        JsonObject message = element.getAsJsonObject();
        String name = string(message, "role", index);
        Role role =
                Role.of(name)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "message "
                                                + (index + 1)
                                                + ": expected a role of "
                                                + roles()
                                                + ", found \""
                                                + name
                                                + "\""));
        return new Line(role, string(message, "content", index));
    }

    private static String string(JsonObject message, String key, int index) {
        JsonElement value = message.get(key);
        if (value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw new IllegalArgumentException(
                    "message " + (index + 1) + ": expected a text under \"" + key + "\"");
        }
        return value.getAsString();
    }

    private static String roles() {
        return Arrays.stream(Role.values()).map(Role::wire).collect(Collectors.joining(", "));
    }
}
