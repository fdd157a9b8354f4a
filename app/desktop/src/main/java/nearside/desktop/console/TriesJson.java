package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import nearside.cloud.proof.Outcome;
import nearside.cloud.proof.Try;

import java.util.ArrayList;
import java.util.List;

/// Tries to leave as one process tells them to another.
final class TriesJson {
    private TriesJson() {}

    static JsonObject of(Try made) {
        JsonObject json = new JsonObject();
        json.addProperty("way", made.way());
        json.addProperty("outcome", word(made.outcome()));
        json.addProperty("said", made.outcome().said());
        return json;
    }

    static JsonArray of(List<Try> all) {
        JsonArray array = new JsonArray();
        all.forEach(each -> array.add(of(each)));
        return array;
    }

    /// What a child printed. Throws [IllegalArgumentException] when it is anything else.
    static List<Try> parse(String text) {
        try {
            List<Try> all = new ArrayList<>();
            for (JsonElement each : JsonParser.parseString(text).getAsJsonArray()) {
                JsonObject json = each.getAsJsonObject();
                all.add(
                        new Try(
                                text(json, "way"),
                                outcome(text(json, "outcome"), text(json, "said"))));
            }
            return all;
        } catch (JsonParseException | IllegalStateException broken) {
            throw new IllegalArgumentException("no tries: " + text, broken);
        }
    }

    private static String text(JsonObject json, String key) {
        if (!json.has(key)) {
            throw new IllegalArgumentException("without " + key + ": " + json);
        }
        return json.get(key).getAsString();
    }

    private static Outcome outcome(String word, String said) {
        return switch (word) {
            case "sealed" -> new Outcome.Sealed(said);
            case "left" -> new Outcome.Left(said);
            case "unproved" -> new Outcome.Unproved(said);
            default -> throw new IllegalArgumentException("unknown outcome " + word);
        };
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sealed _ -> "sealed";
            case Outcome.Left _ -> "left";
            case Outcome.Unproved _ -> "unproved";
        };
    }
}
