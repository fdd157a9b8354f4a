package nearside.storage;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;

import nearside.storage.Settings.Borrowing;
import nearside.storage.Settings.Place;
import nearside.storage.Settings.Place.Maximized;
import nearside.storage.Settings.Relief;
import nearside.storage.Settings.Running;
import nearside.storage.policy.Endpoint;

import org.jspecify.annotations.Nullable;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// The settings as a JSON object. What did not change is not written, so that values of a newer
/// version survive.
final class SettingsJson {
    /// Rises when a key that was there means something else; new keys leave it as it is.
    static final int KNOWN_FORMAT = 1;

    static final String FORMAT = "format";
    static final String MODEL = "model";
    static final String IN_PLACE = "models_in_place";
    static final String HUB = "models_hub";
    static final String STORAGE = "models_storage";
    static final String MOST_KILOBYTES = "models_kilobytes_per_second";
    static final String THEME = "theme";
    static final String TEXT_PERCENT = "text_percent";
    static final String MOTION = "motion";
    static final String LANGUAGE = "language";
    static final String WELCOME = "welcome";
    static final String ACCELERATORS = "accelerators";
    static final String KV_CACHE = "kv_cache";
    static final String UNLOAD_AFTER = "unload_after_minutes";
    static final String MODE = "mode";
    static final String CONSENT = "borrow";
    static final String LIMIT_TOKENS = "borrow_tokens_per_question";
    static final String LIMIT_USD = "borrow_usd_per_day";
    static final String NEVER_IN = "borrow_never_in";
    static final String CLOSING = "closing";
    static final String NOTICES = "notices";
    static final String QUICK_KEY = "quick_key";
    static final String WINDOW = "window";
    static final String WINDOWS = "windows_on";
    static final String MAXIMIZED = "maximized";

    private static final Gson GSON = new Gson();

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

    /// The object with what changed, under the number of its format.
    static JsonObject changed(JsonObject json, Settings old, Settings next) {
        JsonObject all = numbered(json);
        change(all, old.models(), next.models());
        change(all, old.appearance(), next.appearance());
        if (next.language() != old.language()) {
            all.addProperty(LANGUAGE, word(next.language()));
        }
        if (next.welcome() != old.welcome()) {
            all.addProperty(WELCOME, word(next.welcome()));
        }
        change(all, old.running(), next.running());
        change(all, old.borrowing(), next.borrowing());
        change(all, old.manners(), next.manners());
        change(all, old.windows(), next.windows());
        return all;
    }

    /// A newer number stays: so do the keys that it is of.
    private static JsonObject numbered(JsonObject json) {
        JsonObject all = new JsonObject();
        all.addProperty(FORMAT, KNOWN_FORMAT);
        json.deepCopy().entrySet().forEach(entry -> all.add(entry.getKey(), entry.getValue()));
        return all;
    }

    private static void change(JsonObject all, KeptModels old, KeptModels next) {
        if (!next.inUse().equals(old.inUse())) {
            set(all, MODEL, next.inUse().map(JsonPrimitive::new));
        }
        if (!next.inPlace().equals(old.inPlace())) {
            JsonObject places = new JsonObject();
            new TreeMap<>(next.inPlace())
                    .forEach((id, folder) -> places.addProperty(id, folder.toString()));
            set(all, IN_PLACE, Optional.of(places).filter(it -> !it.isEmpty()));
        }
        change(all, old.fetching(), next.fetching());
    }

    private static void change(JsonObject all, Fetching old, Fetching next) {
        if (!next.hub().equals(old.hub())) {
            set(all, HUB, next.hub().map(it -> new JsonPrimitive(it.toString())));
        }
        if (!next.storage().equals(old.storage())) {
            set(all, STORAGE, list(next.storage().stream().map(Endpoint::toString).toList()));
        }
        if (!next.mostKilobytes().equals(old.mostKilobytes())) {
            set(
                    all,
                    MOST_KILOBYTES,
                    next.mostKilobytes().stream().mapToObj(JsonPrimitive::new).findFirst());
        }
    }

    private static void change(JsonObject all, Appearance old, Appearance next) {
        if (next.theme() != old.theme()) {
            all.addProperty(THEME, word(next.theme()));
        }
        if (next.textPercent() != old.textPercent()) {
            all.addProperty(TEXT_PERCENT, next.textPercent());
        }
        if (next.motion() != old.motion()) {
            all.addProperty(MOTION, word(next.motion()));
        }
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
        for (Relief relief : Relief.values()) {
            if (next.allows(relief) != old.allows(relief)) {
                all.addProperty(word(relief), word(next.allows(relief)));
            }
        }
    }

    private static void change(JsonObject all, Borrowing old, Borrowing next) {
        if (next.mode() != old.mode()) {
            all.addProperty(MODE, word(next.mode()));
        }
        if (next.consent() != old.consent()) {
            all.addProperty(CONSENT, word(next.consent()));
        }
        if (next.limits().tokens() != old.limits().tokens()) {
            all.addProperty(LIMIT_TOKENS, next.limits().tokens());
        }
        if (next.limits().usdPerDay().compareTo(old.limits().usdPerDay()) != 0) {
            all.addProperty(LIMIT_USD, next.limits().usdPerDay());
        }
        if (!next.neverIn().equals(old.neverIn())) {
            set(all, NEVER_IN, list(next.neverIn().stream().sorted().toList()));
        }
    }

    private static void change(JsonObject all, Manners old, Manners next) {
        if (next.closing() != old.closing()) {
            all.addProperty(CLOSING, word(next.closing()));
        }
        if (next.notices() != old.notices()) {
            all.addProperty(NOTICES, word(next.notices()));
        }
        if (next.quickKey() != old.quickKey()) {
            all.addProperty(QUICK_KEY, word(next.quickKey()));
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

    private static void change(JsonObject all, Windows old, Windows next) {
        if (!next.last().equals(old.last())) {
            set(all, WINDOW, next.last().map(place -> json(all.get(WINDOW), place)));
        }
        if (!List.copyOf(next.onScreens().entrySet())
                .equals(List.copyOf(old.onScreens().entrySet()))) {
            JsonObject windows = new JsonObject();
            JsonObject before =
                    all.get(WINDOWS) instanceof JsonObject there ? there : new JsonObject();
            next.onScreens()
                    .forEach((screens, place) ->
                            windows.add(screens, json(before.get(screens), place)));
            set(all, WINDOWS, Optional.of(windows).filter(it -> !it.isEmpty()));
        }
    }

    private static JsonObject json(@Nullable JsonElement there, Place place) {
        JsonObject window = there instanceof JsonObject before ? before : new JsonObject();
        window.addProperty("x", place.x());
        window.addProperty("y", place.y());
        window.addProperty("width", place.width());
        window.addProperty("height", place.height());
        window.addProperty(MAXIMIZED, place.maximized() == Maximized.YES);
        return window;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
