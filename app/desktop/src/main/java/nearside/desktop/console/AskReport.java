package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import nearside.copilot.orchestrator.DecisionRecord;
import nearside.copilot.orchestrator.TurnEvent;
import nearside.engine.TokenIds;
import nearside.engine.ToolCall;
import nearside.engine.Usage;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The object that `ask --json` prints; its shape stands in `docs/cli/ask.schema.json`.
final class AskReport {
    private AskReport() {}

    static JsonObject of(Told told, TurnEvent.End end, String model) {
        Usage usage = end instanceof TurnEvent.Done done ? done.usage() : Usage.NONE;
        JsonObject report = new JsonObject();
        report.addProperty("text", told.text());
        report.add("tool_calls", calls(told.calls()));
        report.add("prompt_ids", ids(told.prompt()));
        report.add("reply_ids", ids(told.reply()));
        report.addProperty("finish", finish(end));
        report.add("usage", usage(told, usage));
        report.add("seconds", seconds(usage));
        report.addProperty("tokens_per_second", rounded(usage.tokensPerSecond()));
        report.addProperty("model", model);
        report.add("conversation", conversation(told));
        report.add(
                "decision",
                told.decided()
                        .<JsonElement>map(it -> DecisionRecord.of(it.decision(), it.device()))
                        .orElse(JsonNull.INSTANCE));
        return report;
    }

    private static JsonArray calls(List<ToolCall> calls) {
        JsonArray all = new JsonArray(calls.size());
        calls.stream().map(AskReport::of).forEach(all::add);
        return all;
    }

    /// A call as it stands in a message, for the next question.
    static JsonObject of(ToolCall call) {
        JsonObject function = new JsonObject();
        function.addProperty("name", call.name());
        function.addProperty("arguments", call.arguments());
        JsonObject json = new JsonObject();
        json.addProperty("id", call.id());
        json.addProperty("type", "function");
        json.add("function", function);
        return json;
    }

    private static JsonArray ids(TokenIds ids) {
        JsonArray array = new JsonArray(ids.count());
        ids.stream().forEach(array::add);
        return array;
    }

    private static String finish(TurnEvent.End end) {
        return end instanceof TurnEvent.Done done
                ? done.finish().name().toLowerCase(Locale.ROOT)
                : "cut";
    }

    private static JsonObject usage(Told told, Usage usage) {
        JsonObject json = new JsonObject();
        json.addProperty("prompt_tokens", told.prompt().count());
        json.addProperty("cached_tokens", usage.cachedTokens());
        json.addProperty("reply_tokens", told.reply().count());
        return json;
    }

    private static JsonObject seconds(Usage usage) {
        JsonObject json = new JsonObject();
        json.addProperty("load", seconds(usage.load()));
        json.addProperty("first_token", seconds(usage.firstToken()));
        json.addProperty("total", seconds(usage.total()));
        return json;
    }

    private static double seconds(Duration duration) {
        return rounded(duration.toNanos() / 1e9);
    }

    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }

    private static JsonElement conversation(Told told) {
        return told.saved()
                .<JsonElement>map(ids -> new JsonPrimitive(ids.conversation().value()))
                .orElse(JsonNull.INSTANCE);
    }
}
