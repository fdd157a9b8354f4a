package nearside.copilot.device;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.engine.memory.Footprint;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A footprint as it is kept: bytes, those of runs by tokens of the prompt.
final class FootprintJson {
    private FootprintJson() {}

    static JsonObject of(Footprint footprint) {
        JsonObject runs = new JsonObject();
        new TreeMap<>(footprint.runs())
                .forEach((tokens, bytes) -> runs.addProperty(String.valueOf(tokens), bytes));
        JsonObject json = new JsonObject();
        json.addProperty("loading", footprint.loading());
        json.addProperty("loaded", footprint.loaded());
        json.add("runs", runs);
        return json;
    }

    /// Empty for what is no footprint: it is measured anew then.
    static Optional<Footprint> read(String text) {
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            Map<Integer, Long> runs = new TreeMap<>();
            for (Map.Entry<String, JsonElement> each : json.getAsJsonObject("runs").entrySet()) {
                runs.put(Integer.valueOf(each.getKey()), each.getValue().getAsLong());
            }
            return Optional.of(
                    new Footprint(
                            json.get("loading").getAsLong(), json.get("loaded").getAsLong(), runs));
        } catch (RuntimeException other) {
            return Optional.empty();
        }
    }
}
