package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.engine.ToolCall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a conversation: a JSON array of objects with `role` and `content`, as in a request for a
/// chat completion; an assistant's may have `tool_calls`, a tool's the `tool_call_id` that it
/// answers.
final class MessagesFile {
    private static final String CALLS = "tool_calls";
    private static final String ANSWERS = "tool_call_id";

    private final List<Line> lines = new ArrayList<>();
    private final Set<String> called = new HashSet<>();

    private MessagesFile() {}

    static List<Line> parse(String json) {
        JsonArray messages = JsonInput.array(json, "{\"role\": …, \"content\": …}");
        MessagesFile file = new MessagesFile();
        for (int index = 0; index < messages.size(); index++) {
            file.add(messages.get(index), "message " + (index + 1));
        }
        if (file.lines.isEmpty()) {
            throw new IllegalArgumentException("expected at least one message, found none");
        }
        return file.lines;
    }

    private void add(JsonElement element, String where) {
        JsonObject message = JsonInput.object(element, where, "an object with role and content");
        Role role = role(JsonInput.neededText(message, "role", where), where);
        List<ToolCall> calls = calls(message, where);
        Optional<String> answers = JsonInput.text(message, ANSWERS);
        refuseUnless(calls.isEmpty() || role == Role.ASSISTANT, CALLS, Role.ASSISTANT, where);
        refuseUnless(answers.isEmpty() || role == Role.TOOL, ANSWERS, Role.TOOL, where);
        answers.filter(id -> !called.contains(id))
                .ifPresent(id -> {
                    throw new IllegalArgumentException(
                            where
                                    + ": expected the id of a call in a message before it, found \""
                                    + id
                                    + "\"");
                });
        calls.forEach(call -> called.add(call.id()));
        lines.add(new Line(role, content(message, calls, where), calls, answers));
    }

    private static void refuseUnless(boolean holds, String key, Role role, String where) {
        if (!holds) {
            throw new IllegalArgumentException(
                    where + ": \"" + key + "\" is for the role " + role.wire() + " alone");
        }
    }

    /// Who only calls says nothing.
    private static String content(JsonObject message, List<ToolCall> calls, String where) {
        boolean isNone =
                message.get("content") == null || message.get("content") instanceof JsonNull;
        return isNone && !calls.isEmpty() ? "" : JsonInput.neededText(message, "content", where);
    }

    private static List<ToolCall> calls(JsonObject message, String where) {
        return switch (message.get(CALLS)) {
            case null -> List.of();
            case JsonNull _ -> List.of();
            case JsonArray all -> {
                List<ToolCall> calls = new ArrayList<>();
                all.forEach(each -> calls.add(call(each, where)));
                yield calls;
            }
            default ->
                    throw new IllegalArgumentException(
                            where + ": expected a list under \"" + CALLS + "\"");
        };
    }

    /// Arguments are a text with JSON in it; some programs write the JSON itself.
    private static ToolCall call(JsonElement element, String where) {
        String expected = "{\"id\": …, \"function\": {\"name\": …, \"arguments\": …}} as a call";
        JsonObject call = JsonInput.object(element, where, expected);
        JsonObject function = JsonInput.object(call.get("function"), where, expected);
        String arguments =
                function.get("arguments") instanceof JsonObject object
                        ? object.toString()
                        : JsonInput.neededText(function, "arguments", where);
        return new ToolCall(
                JsonInput.neededText(call, "id", where),
                JsonInput.neededText(function, "name", where),
                arguments);
    }

    private static Role role(String name, String where) {
        return Role.of(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                where
                                        + ": expected a role of "
                                        + roles()
                                        + ", found \""
                                        + name
                                        + "\""));
    }

    private static String roles() {
        return Arrays.stream(Role.values()).map(Role::wire).collect(Collectors.joining(", "));
    }
}
