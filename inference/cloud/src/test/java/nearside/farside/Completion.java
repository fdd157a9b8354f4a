package nearside.farside;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import org.jspecify.annotations.Nullable;

/// The events of a chat completion, as OpenAI's servers write them.
public final class Completion {
    public static final String DONE = event("[DONE]");

    private Completion() {}

    public static String event(String data) {
        return "data: " + data + "\n\n";
    }

    /// The first event: who speaks.
    public static String opening() {
        JsonObject delta = new JsonObject();
        delta.addProperty("role", "assistant");
        delta.addProperty("content", "");
        return event(chunk(delta, null).toString());
    }

    public static String text(String text) {
        return event(textData(text));
    }

    public static String textData(String text) {
        JsonObject delta = new JsonObject();
        delta.addProperty("content", text);
        return chunk(delta, null).toString();
    }

    /// A piece of a call of a tool.
    public static String call(int index, String id, String name, String arguments) {
        JsonObject function = new JsonObject();
        if (!name.isEmpty()) {
            function.addProperty("name", name);
        }
        function.addProperty("arguments", arguments);
        JsonObject piece = new JsonObject();
        piece.addProperty("index", index);
        if (!id.isEmpty()) {
            piece.addProperty("id", id);
            piece.addProperty("type", "function");
        }
        piece.add("function", function);
        JsonArray calls = new JsonArray();
        calls.add(piece);
        JsonObject delta = new JsonObject();
        delta.add("tool_calls", calls);
        return event(chunk(delta, null).toString());
    }

    public static String finish(String reason) {
        return event(chunk(new JsonObject(), reason).toString());
    }

    public static String usage(int prompt, int reply) {
        JsonObject usage = new JsonObject();
        usage.addProperty("prompt_tokens", prompt);
        usage.addProperty("completion_tokens", reply);
        usage.addProperty("total_tokens", prompt + reply);
        JsonObject chunk = chunk(new JsonObject(), null);
        chunk.add("choices", new JsonArray());
        chunk.add("usage", usage);
        return event(chunk.toString());
    }

    private static JsonObject chunk(JsonObject delta, @Nullable String finish) {
        JsonObject choice = new JsonObject();
        choice.addProperty("index", 0);
        choice.add("delta", delta);
        if (finish == null) {
            choice.add("finish_reason", JsonNull.INSTANCE);
        } else {
            choice.addProperty("finish_reason", finish);
        }
        JsonArray choices = new JsonArray();
        choices.add(choice);
        JsonObject chunk = new JsonObject();
        chunk.addProperty("id", "chatcmpl-1");
        chunk.addProperty("object", "chat.completion.chunk");
        chunk.addProperty("created", 1);
        chunk.addProperty("model", "far");
        chunk.add("choices", choices);
        return chunk;
    }
}
