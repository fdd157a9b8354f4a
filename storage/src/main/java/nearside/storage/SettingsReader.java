package nearside.storage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import nearside.storage.Appearance.Motion;
import nearside.storage.Manners.Closing;
import nearside.storage.Manners.Notices;
import nearside.storage.Manners.QuickKey;
import nearside.storage.Settings.Allowed;
import nearside.storage.Settings.Borrowing;
import nearside.storage.Settings.Consent;
import nearside.storage.Settings.KvCache;
import nearside.storage.Settings.Language;
import nearside.storage.Settings.Limits;
import nearside.storage.Settings.Mode;
import nearside.storage.Settings.Place;
import nearside.storage.Settings.Place.Maximized;
import nearside.storage.Settings.Relief;
import nearside.storage.Settings.Running;
import nearside.storage.Settings.Theme;
import nearside.storage.Settings.Welcome;
import nearside.storage.policy.Endpoint;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads settings key by key: what cannot be used counts as not set and is told.
final class SettingsReader {
    private static final int SHOWN = 60;
    private static final int MOST_USD = 1_000_000;
    private static final int LONGEST_MINUTES = 999_999;

    private final Path file;
    private final JsonObject json;
    private final List<SettingsTrouble> troubles = new ArrayList<>();

    private SettingsReader(Path file, JsonObject json) {
        this.file = file;
        this.json = json;
    }

    /// What the settings are, and what was wrong with their values.
    record Read(Settings settings, List<SettingsTrouble> troubles) {}

    static Read read(Path file, JsonObject json) {
        SettingsReader reader = new SettingsReader(file, json);
        reader.format();
        return new Read(reader.settings(), reader.troubles);
    }

    /// Before there was a number, the first format was written without one.
    private void format() {
        value(json, SettingsJson.FORMAT, "a whole number from 1 on", it -> whole(it, 1))
                .filter(found -> found > SettingsJson.KNOWN_FORMAT)
                .ifPresent(found ->
                        troubles.add(
                                new SettingsTrouble.Newer(file, found, SettingsJson.KNOWN_FORMAT)));
    }

    private Settings settings() {
        return new Settings(
                models(),
                appearance(),
                choice(SettingsJson.LANGUAGE, Language.values(), Settings.DEFAULT.language()),
                choice(SettingsJson.WELCOME, Welcome.values(), Settings.DEFAULT.welcome()),
                running(),
                borrowing(),
                manners(),
                windows());
    }

    private KeptModels models() {
        return new KeptModels(
                value(json, SettingsJson.MODEL, "the id of a model", SettingsReader::text),
                value(
                                json,
                                SettingsJson.IN_PLACE,
                                "absolute paths of folders by the ids of models",
                                SettingsReader::places)
                        .orElse(Map.of()),
                fetching());
    }

    private Fetching fetching() {
        return new Fetching(
                value(
                        json,
                        SettingsJson.HUB,
                        "an https address that ends with / (http on this machine)",
                        it -> text(it).flatMap(Fetching::hub)),
                value(
                                json,
                                SettingsJson.STORAGE,
                                "a list of https addresses such as \"https://cdn.example.com\"",
                                SettingsReader::servers)
                        .orElse(List.of()),
                value(
                                json,
                                SettingsJson.MOST_KILOBYTES,
                                "a whole number from 1 to " + Fetching.MOST_KILOBYTES,
                                it -> whole(it, 1).filter(Fetching::isLimit))
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()));
    }

    /// Servers of which any is none are none.
    private static Optional<List<Endpoint>> servers(JsonElement json) {
        return words(json)
                .flatMap(all -> {
                    List<Endpoint> servers =
                            all.stream().flatMap(it -> Fetching.server(it).stream()).toList();
                    return Optional.of(servers).filter(it -> it.size() == all.size());
                });
    }

    /// Places of which any is none are none.
    private static Optional<Map<String, Path>> places(JsonElement json) {
        Map<String, Path> places = new LinkedHashMap<>();
        Optional<JsonObject> all = object(json);
        all.ifPresent(found ->
                found.asMap()
                        .forEach((id, at) ->
                                text(at).flatMap(SettingsReader::path)
                                        .filter(folder -> KeptModels.isPlace(id, folder))
                                        .ifPresent(folder -> places.put(id, folder))));
        return all.filter(found -> found.size() == places.size()).map(_ -> places);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private Windows windows() {
        Map<String, Place> onScreens = new LinkedHashMap<>();
        value(json, SettingsJson.WINDOWS, "places by screens", SettingsReader::object)
                .ifPresent(all ->
                        all.keySet()
                                .forEach(screens ->
                                        window(all, screens)
                                                .ifPresent(it -> onScreens.put(screens, it))));
        return new Windows(window(json, SettingsJson.WINDOW), onScreens);
    }

    private Optional<Place> window(JsonObject in, String key) {
        return value(in, key, "x, y, and a width and height above 0", SettingsReader::place)
                .map(place -> withMaximized(in.getAsJsonObject(key), place));
    }

    private static Optional<JsonObject> object(JsonElement json) {
        return json instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    private Appearance appearance() {
        Appearance usual = Settings.DEFAULT.appearance();
        return new Appearance(
                choice(SettingsJson.THEME, Theme.values(), usual.theme()),
                value(
                                json,
                                SettingsJson.TEXT_PERCENT,
                                "a whole number from 80 to 200",
                                it -> whole(it, 0).filter(Appearance::isTextSize))
                        .orElse(usual.textPercent()),
                choice(SettingsJson.MOTION, Motion.values(), usual.motion()));
    }

    private Running running() {
        Running usual = Settings.DEFAULT.running();
        return new Running(
                value(
                                json,
                                SettingsJson.UNLOAD_AFTER,
                                "whole minutes from 0 to " + LONGEST_MINUTES,
                                it -> whole(it, 0).filter(minutes -> minutes <= LONGEST_MINUTES))
                        .map(SettingsReader::pause)
                        .orElse(usual.unloadAfter()),
                value(json, SettingsJson.ACCELERATORS, "a list of names", SettingsReader::words)
                        .orElse(usual.accelerators()),
                choice(SettingsJson.KV_CACHE, KvCache.values(), usual.kvCache()),
                never(usual));
    }

    private Set<Relief> never(Running usual) {
        return Arrays.stream(Relief.values())
                .filter(relief ->
                        choice(SettingsJson.word(relief), Allowed.values(), usual.allows(relief))
                                == Allowed.NEVER)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Manners manners() {
        Manners usual = Settings.DEFAULT.manners();
        return new Manners(
                choice(SettingsJson.CLOSING, Closing.values(), usual.closing()),
                choice(SettingsJson.NOTICES, Notices.values(), usual.notices()),
                choice(SettingsJson.QUICK_KEY, QuickKey.values(), usual.quickKey()));
    }

    /// A mode that cannot be read was chosen once: nothing leaves until it is chosen anew.
    private Borrowing borrowing() {
        Borrowing usual = Settings.DEFAULT.borrowing();
        Mode mode = json.has(SettingsJson.MODE) ? Mode.OFFLINE : usual.mode();
        return new Borrowing(
                choice(SettingsJson.MODE, Mode.values(), mode),
                choice(SettingsJson.CONSENT, Consent.values(), usual.consent()),
                new Limits(
                        value(
                                        json,
                                        SettingsJson.LIMIT_TOKENS,
                                        "a whole number from 0 on",
                                        it -> whole(it, 0))
                                .orElse(usual.limits().tokens()),
                        value(
                                        json,
                                        SettingsJson.LIMIT_USD,
                                        "a number from 0 to " + MOST_USD,
                                        SettingsReader::usd)
                                .orElse(usual.limits().usdPerDay())),
                value(
                                json,
                                SettingsJson.NEVER_IN,
                                "a list of ids of conversations",
                                SettingsReader::words)
                        .map(Set::copyOf)
                        .orElse(usual.neverIn()));
    }

    private static Optional<BigDecimal> usd(JsonElement json) {
        return number(json)
                .filter(it -> it >= 0 && it <= MOST_USD)
                .map(_ -> json.getAsBigDecimal());
    }

    /// Zero for never.
    private static Optional<Duration> pause(int minutes) {
        return minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
    }

    private Place withMaximized(JsonObject window, Place place) {
        Maximized maximized =
                value(window, SettingsJson.MAXIMIZED, "true or false", SettingsReader::truth)
                        .filter(yes -> yes)
                        .map(_ -> Maximized.YES)
                        .orElse(Maximized.NO);
        return new Place(place.x(), place.y(), place.width(), place.height(), maximized);
    }

    private static Optional<Place> place(JsonElement window) {
        if (!(window instanceof JsonObject at)) {
            return Optional.empty();
        }
        double[] numbers =
                Stream.of("x", "y", "width", "height")
                        .flatMap(key -> number(at.get(key)).stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        return numbers.length == 4 && numbers[2] > 0 && numbers[3] > 0
                ? Optional.of(
                        new Place(numbers[0], numbers[1], numbers[2], numbers[3], Maximized.NO))
                : Optional.empty();
    }

    private <E extends Enum<E>> E choice(String key, E[] values, E otherwise) {
        String words =
                Arrays.stream(values).map(SettingsJson::word).collect(Collectors.joining(", "));
        return value(
                        json,
                        key,
                        words,
                        it ->
                                text(it).flatMap(text ->
                                        Arrays.stream(values)
                                                .filter(each ->
                                                        SettingsJson.word(each).equals(text))
                                                .findFirst()))
                .orElse(otherwise);
    }

    private <T> Optional<T> value(
            JsonObject in, String key, String expected, Function<JsonElement, Optional<T>> reader) {
        JsonElement found = in.get(key);
        if (found == null) {
            return Optional.empty();
        }
        Optional<T> value = reader.apply(found);
        if (value.isEmpty()) {
            troubles.add(new SettingsTrouble.WrongValue(file, key, expected, shown(found)));
        }
        return value;
    }

    private static String shown(JsonElement found) {
        String text = found.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static Optional<Integer> whole(JsonElement json, int least) {
        return number(json)
                .filter(it -> it == Math.rint(it) && it >= least && it <= Integer.MAX_VALUE)
                .map(Double::intValue);
    }

    private static Optional<Double> number(JsonElement json) {
        return json instanceof JsonPrimitive value && value.isNumber()
                ? Optional.of(value.getAsDouble()).filter(Double::isFinite)
                : Optional.empty();
    }

    private static Optional<Boolean> truth(JsonElement json) {
        return json instanceof JsonPrimitive value && value.isBoolean()
                ? Optional.of(value.getAsBoolean())
                : Optional.empty();
    }

    private static Optional<String> text(JsonElement json) {
        return json instanceof JsonPrimitive value && value.isString()
                ? Optional.of(value.getAsString()).filter(it -> !it.isBlank())
                : Optional.empty();
    }

    /// A list that holds anything but texts is none.
    private static Optional<List<String>> words(JsonElement json) {
        if (!(json instanceof JsonArray list)) {
            return Optional.empty();
        }
        List<String> words = list.asList().stream().flatMap(word -> text(word).stream()).toList();
        return words.size() == list.size() ? Optional.of(words) : Optional.empty();
    }
}
