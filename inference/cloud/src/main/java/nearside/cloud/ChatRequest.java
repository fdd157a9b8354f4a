package nearside.cloud;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Sampling;
import nearside.engine.schema.JsonSchema;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The body of a request for a chat completion: the same prompt is always the same bytes, so that
/// what was approved can be compared with what is sent.
///
/// Source: OpenAI's API reference, "Create chat completion", in the part that all compatible
/// servers share. What only a local model understands (top-k, min-p, repetition penalty, biases by
/// token id) is left out.
final class ChatRequest {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private ChatRequest() {}

    static byte[] body(FarModel model, List<Line> lines, Prompt prompt) {
        JsonObject json = new JsonObject();
        json.addProperty("model", model.model());
        json.add("messages", messages(lines));
        if (!prompt.tools().isEmpty()) {
            json.add("tools", ToolForm.tools(prompt.tools()));
        }
        json.addProperty("stream", true);
        JsonObject options = new JsonObject();
        options.addProperty("include_usage", true);
        json.add("stream_options", options);
        json.addProperty(model.dialect().limit(), prompt.replyLimit());
        addSampling(json, prompt.sampling());
        return GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonArray messages(List<Line> lines) {
        JsonArray all = new JsonArray();
        for (Line line : lines) {
            JsonObject message = new JsonObject();
            message.addProperty("role", line.role().wire());
            message.addProperty("content", line.text());
            ToolForm.add(message, line);
            all.add(message);
        }
        return all;
    }

    /// A sampling that nobody chose is the far model's own: some refuse any other.
    private static void addSampling(JsonObject json, Sampling sampling) {
        if (isChosen(sampling)) {
            json.addProperty("temperature", sampling.temperature());
            json.addProperty("top_p", sampling.truncation().topP());
            json.addProperty("presence_penalty", sampling.penalties().presence());
            json.addProperty("frequency_penalty", sampling.penalties().frequency());
        }
        sampling.seed().ifPresent(seed -> json.addProperty("seed", seed));
        if (!sampling.form().stop().isEmpty()) {
            JsonArray stop = new JsonArray();
            sampling.form().stop().forEach(stop::add);
            json.add("stop", stop);
        }
        sampling.form().schema().ifPresent(schema -> json.add("response_format", format(schema)));
    }

    private static boolean isChosen(Sampling sampling) {
        return sampling.temperature() != Sampling.DEFAULT.temperature()
                || !sampling.truncation().equals(Sampling.DEFAULT.truncation())
                || !sampling.penalties().equals(Sampling.DEFAULT.penalties());
    }

    private static JsonObject format(JsonSchema schema) {
        JsonObject named = new JsonObject();
        named.addProperty("name", "reply");
        named.addProperty("strict", true);
        named.add("schema", JsonParser.parseString(schema.source()));
        JsonObject format = new JsonObject();
        format.addProperty("type", "json_schema");
        format.add("json_schema", named);
        return format;
    }
}
