package nearside.cloud;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.engine.Prompt.Line;
import nearside.engine.Tool;
import nearside.engine.ToolCall;

import java.util.List;

/// Tools, calls and results in a request for a chat completion.
///
/// Source: OpenAI's API reference, "Create chat completion": `tools`, `tool_calls` and
/// `tool_call_id`.
final class ToolForm {
    private ToolForm() {}

    static JsonArray tools(List<Tool> tools) {
        JsonArray all = new JsonArray();
        for (Tool tool : tools) {
            JsonObject function = new JsonObject();
            function.addProperty("name", tool.name());
            function.addProperty("description", tool.description());
            function.add("parameters", JsonParser.parseString(tool.parameters()));
            all.add(typed(function));
        }
        return all;
    }

    private static JsonObject typed(JsonObject function) {
        JsonObject json = new JsonObject();
        json.addProperty("type", "function");
        json.add("function", function);
        return json;
    }

    /// What a line has of calls, if it has any.
    static void add(JsonObject message, Line line) {
        if (!line.calls().isEmpty()) {
            JsonArray calls = new JsonArray();
            line.calls().forEach(call -> calls.add(json(call)));
            message.add("tool_calls", calls);
        }
        line.answers().ifPresent(id -> message.addProperty("tool_call_id", id));
    }

    private static JsonObject json(ToolCall call) {
        JsonObject function = new JsonObject();
        function.addProperty("name", call.name());
        function.addProperty("arguments", call.arguments());
        JsonObject json = typed(function);
        json.addProperty("id", call.id());
        return json;
    }
}
