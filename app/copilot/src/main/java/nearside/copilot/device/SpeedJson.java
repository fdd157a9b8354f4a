package nearside.copilot.device;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A speed as it is kept: for reading and for writing, by powers of two of the tokens before,
/// `{"rate": tokens a second, "count": measurements}`.
final class SpeedJson {
    private SpeedJson() {}

    static JsonObject of(Speed speed) {
        JsonObject json = new JsonObject();
        json.add("reading", of(speed.reading()));
        json.add("writing", of(speed.writing()));
        speed.usual().replyTokens().ifPresent(it -> json.addProperty("reply_tokens", it));
        speed.usual().load().ifPresent(it -> json.addProperty("load_s", it.toMillis() / 1000.0));
        return json;
    }

    private static JsonObject of(Curve curve) {
        JsonObject json = new JsonObject();
        new TreeMap<>(curve.points())
                .forEach((power, point) -> {
                    JsonObject one = new JsonObject();
                    one.addProperty("rate", point.tokensPerSecond());
                    one.addProperty("count", point.count());
                    json.add(String.valueOf(power), one);
                });
        return json;
    }

    /// Empty for what is no speed: it is measured anew then.
    static Optional<Speed> read(String text) {
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            return Optional.of(
                    new Speed(
                            curve(json.getAsJsonObject("reading")),
                            curve(json.getAsJsonObject("writing")),
                            new Usual(
                                    number(json, "reply_tokens"),
                                    number(json, "load_s")
                                            .map(it -> Duration.ofMillis(Math.round(it * 1000))))));
        } catch (RuntimeException other) {
            return Optional.empty();
        }
    }

    private static Optional<Double> number(JsonObject json, String key) {
        return Optional.ofNullable(json.get(key)).map(JsonElement::getAsDouble);
    }

    private static Curve curve(JsonObject json) {
        Map<Integer, Curve.Point> points = new TreeMap<>();
        for (Map.Entry<String, JsonElement> each : json.entrySet()) {
            JsonObject one = each.getValue().getAsJsonObject();
            points.put(
                    Integer.valueOf(each.getKey()),
                    new Curve.Point(one.get("rate").getAsDouble(), one.get("count").getAsInt()));
        }
        return new Curve(points);
    }
}
