package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import nearside.engine.Tool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the tools that a model may ask for: the JSON array `tools` of a request for a chat
/// completion, or its functions alone.
final class ToolsFile {
    /// More are refused by far sides.
    private static final int MOST = 128;

    private ToolsFile() {}

    static List<Tool> parse(String json) {
        JsonArray array =
                JsonInput.array(
                        json,
                        "{\"type\": \"function\", \"function\": {\"name\": …, \"description\": …,"
                                + " \"parameters\": …}}");
        if (array.isEmpty() || array.size() > MOST) {
            throw new IllegalArgumentException(
                    "expected 1 to " + MOST + " tools, found " + array.size());
        }
        List<Tool> tools = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int index = 0; index < array.size(); index++) {
            Tool tool = tool(array.get(index), "tool " + (index + 1));
            if (!names.add(tool.name())) {
                throw new IllegalArgumentException(
                        "expected each name once, found " + tool.name() + " again");
            }
            tools.add(tool);
        }
        return tools;
    }

    private static Tool tool(JsonElement element, String where) {
        JsonObject whole = JsonInput.object(element, where, "an object");
        JsonObject function = whole.get("function") instanceof JsonObject inner ? inner : whole;
        try {
            return new Tool(
                    JsonInput.neededText(function, "name", where),
                    JsonInput.text(function, "description").orElse(""),
                    parameters(function, where).toString());
        } catch (IllegalArgumentException wrong) {
            throw named(where, wrong);
        }
    }

    private static IllegalArgumentException named(String where, IllegalArgumentException wrong) {
        String said = String.valueOf(wrong.getMessage());
        return said.startsWith(where)
                ? wrong
                : new IllegalArgumentException(where + ": " + said, wrong);
    }

    /// One without parameters takes none.
    private static JsonObject parameters(JsonObject function, String where) {
        if (function.has("parameters")) {
            return JsonInput.object(
                    function.get("parameters"), where, "a JSON Schema under \"parameters\"");
        }
        JsonObject none = new JsonObject();
        none.addProperty("type", "object");
        none.add("properties", new JsonObject());
        return none;
    }
}
