package nearside.storage;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;

import nearside.storage.Settings.KvCache;
import nearside.storage.Settings.Language;
import nearside.storage.Settings.Place;
import nearside.storage.Settings.Place.Maximized;
import nearside.storage.Settings.Running;
import nearside.storage.Settings.Theme;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The settings as a JSON object. What cannot be read, key by key, counts as not set; what did not
/// change is not written, so that values of a newer version survive.
final class SettingsJson {
    private static final Gson GSON = new Gson();
    private static final String ACCELERATORS = "accelerators";
    private static final String KV_CACHE = "kv_cache";
    private static final String UNLOAD_AFTER = "unload_after_minutes";

    private SettingsJson() {}

    static Optional<JsonObject> parse(String text) {
        try {
            return Optional.ofNullable(GSON.fromJson(text, JsonObject.class));
        } catch (JsonParseException unreadable) {
            return Optional.empty();
        }
    }

    static String text(JsonObject json) {
        StringWriter text = new StringWriter();
        JsonWriter lines = new JsonWriter(text);
        lines.setIndent("  ");
        GSON.toJson(json, lines);
        return text + "\n";
    }

    static Settings read(JsonObject json) {
        return new Settings(
                string(json, "model").filter(id -> !id.isBlank()),
                choice(json, "theme", Theme.values(), Settings.DEFAULT.theme()),
                choice(json, "language", Language.values(), Settings.DEFAULT.language()),
                running(json),
                child(json, "window").flatMap(SettingsJson::place));
    }

    private static Running running(JsonObject json) {
        return new Running(
                unloadAfter(json),
                words(json, ACCELERATORS),
                choice(json, KV_CACHE, KvCache.values(), Settings.DEFAULT.running().kvCache()));
    }

    static JsonObject changed(JsonObject json, UnaryOperator<Settings> change) {
        Settings old = read(json);
        Settings next = change.apply(old);
        JsonObject all = json.deepCopy();
        if (!next.model().equals(old.model())) {
            set(all, "model", next.model().map(JsonPrimitive::new));
        }
        if (next.theme() != old.theme()) {
            all.addProperty("theme", word(next.theme()));
        }
        if (next.language() != old.language()) {
            all.addProperty("language", word(next.language()));
        }
        change(all, old.running(), next.running());
        if (!next.place().equals(old.place())) {
            set(all, "window", next.place().map(place -> json(all, place)));
        }
        return all;
    }

    private static void change(JsonObject all, Running old, Running next) {
        if (!next.unloadAfter().equals(old.unloadAfter())) {
            all.addProperty(UNLOAD_AFTER, next.unloadAfter().map(Duration::toMinutes).orElse(0L));
        }
        if (!next.accelerators().equals(old.accelerators())) {
            set(all, ACCELERATORS, list(next.accelerators()));
        }
        if (next.kvCache() != old.kvCache()) {
            all.addProperty(KV_CACHE, word(next.kvCache()));
        }
    }

    private static void set(JsonObject json, String key, Optional<? extends JsonElement> value) {
        value.ifPresentOrElse(it -> json.add(key, it), () -> json.remove(key));
    }

    /// Nothing for no words.
    private static Optional<JsonArray> list(List<String> words) {
        JsonArray list = new JsonArray();
        words.forEach(list::add);
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    /// A list that holds anything but texts counts as not set.
    private static List<String> words(JsonObject json, String key) {
        if (!(json.get(key) instanceof JsonArray list)) {
            return List.of();
        }
        List<String> words =
                list.asList().stream()
                        .filter(word -> word instanceof JsonPrimitive text && text.isString())
                        .map(JsonElement::getAsString)
                        .toList();
        return words.size() == list.size() ? words : List.of();
    }

    private static JsonObject json(JsonObject all, Place place) {
        JsonObject window = child(all, "window").orElseGet(JsonObject::new);
        window.addProperty("x", place.x());
        window.addProperty("y", place.y());
        window.addProperty("width", place.width());
        window.addProperty("height", place.height());
        window.addProperty("maximized", place.maximized() == Maximized.YES);
        return window;
    }

    private static Optional<Place> place(JsonObject window) {
        double[] numbers =
                Stream.of("x", "y", "width", "height")
                        .flatMap(key -> number(window, key).stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        return numbers.length == 4 && numbers[2] > 0 && numbers[3] > 0
                ? Optional.of(
                        new Place(
                                numbers[0], numbers[1], numbers[2], numbers[3], maximized(window)))
                : Optional.empty();
    }

    private static Maximized maximized(JsonObject window) {
        return primitive(window, "maximized")
                        .filter(JsonPrimitive::isBoolean)
                        .map(JsonPrimitive::getAsBoolean)
                        .orElse(false)
                ? Maximized.YES
                : Maximized.NO;
    }

    /// In minutes; zero for never.
    private static Optional<Duration> unloadAfter(JsonObject json) {
        Optional<Double> minutes = number(json, UNLOAD_AFTER).filter(it -> it >= 0 && it < 1e6);
        return minutes.isEmpty()
                ? Settings.DEFAULT.running().unloadAfter()
                : minutes.filter(it -> it >= 1).map(it -> Duration.ofMinutes(it.longValue()));
    }

    private static <E extends Enum<E>> E choice(
            JsonObject json, String key, E[] values, E otherwise) {
        String found = string(json, key).orElse("");
        for (E value : values) {
            if (word(value).equals(found)) {
                return value;
            }
        }
        return otherwise;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Double> number(JsonObject json, String key) {
        return primitive(json, key)
                .filter(JsonPrimitive::isNumber)
                .map(JsonPrimitive::getAsDouble)
                .filter(Double::isFinite);
    }

    private static Optional<String> string(JsonObject json, String key) {
        return primitive(json, key).filter(JsonPrimitive::isString).map(JsonPrimitive::getAsString);
    }

    private static Optional<JsonPrimitive> primitive(JsonObject json, String key) {
        return Optional.ofNullable(json.get(key))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsJsonPrimitive);
    }

    private static Optional<JsonObject> child(JsonObject json, String key) {
        return Optional.ofNullable(json.get(key))
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject);
    }
}
