package nearside.storage.policy;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import nearside.storage.json.StrictJson;
import nearside.storage.policy.Policy.BuiltIn;
import nearside.storage.policy.Policy.Caps;
import nearside.storage.policy.Policy.Cloud;
import nearside.storage.policy.Policy.Export;
import nearside.storage.policy.Policy.Models;
import nearside.storage.policy.Policy.Network;
import nearside.storage.policy.Policy.Place;
import nearside.storage.policy.Policy.Route;
import nearside.storage.policy.Policy.Use;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// Reads one policy file: every key known, every value as expected, or a fault for each that is
/// not.
final class PolicyReader {
    private static final int SHOWN = 60;
    private static final long MOST_USD = 1_000_000;
    private static final long MOST_TOKENS = 1_000_000_000;

    private final Path path;
    private final Consumer<PolicyFault> faults;
    private final Map<PolicyKey, JsonElement> values = new EnumMap<>(PolicyKey.class);

    private PolicyReader(Path path, Consumer<PolicyFault> faults) {
        this.path = path;
        this.faults = faults;
    }

    /// Empty when the text is no JSON object. What was told as a fault is not decided.
    static Optional<Policy> read(Path path, String text, Consumer<PolicyFault> faults) {
        return switch (StrictJson.object(text)) {
            case StrictJson.Reading.Malformed(String problem) -> {
                faults.accept(new PolicyFault.NotJson(path, problem));
                yield Optional.empty();
            }
            case StrictJson.Reading.Whole(JsonObject json, var repeated) -> {
                repeated.forEach(key -> faults.accept(new PolicyFault.DuplicateKey(path, key)));
                PolicyReader reader = new PolicyReader(path, faults);
                reader.collect("", json);
                yield Optional.of(reader.policy());
            }
        };
    }

    private void collect(String group, JsonObject json) {
        for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
            String name = entry.getKey();
            if (group.isEmpty() && PolicyKey.GROUPS.contains(name)) {
                collect(name, entry.getValue());
            } else {
                PolicyKey.of(group, name)
                        .ifPresentOrElse(
                                key -> values.put(key, entry.getValue()),
                                () -> faults.accept(unknown(group, name)));
            }
        }
    }

    private void collect(String group, JsonElement value) {
        if (value instanceof JsonObject inside) {
            collect(group, inside);
        } else {
            faults.accept(new PolicyFault.WrongValue(path, group, "an object", shown(value)));
        }
    }

    private PolicyFault unknown(String group, String name) {
        String key = group.isEmpty() ? name : group + "." + name;
        return new PolicyFault.UnknownKey(path, shortened(key));
    }

    private Policy policy() {
        return new Policy(
                value(PolicyKey.OFFLINE, PolicyValues::truth)
                        .map(offline -> offline ? Network.OFFLINE : Network.ALLOWED)
                        .orElse(Network.ALLOWED),
                new Cloud(
                        value(PolicyKey.CLOUD, PolicyReader::use).orElse(Use.ALLOWED),
                        value(
                                PolicyKey.ENDPOINTS,
                                json -> PolicyValues.list(json, PolicyValues::endpoint)),
                        caps()),
                models(),
                value(PolicyKey.EXPORT, PolicyValues::truth)
                        .map(export -> export ? Export.ALLOWED : Export.FORBIDDEN)
                        .orElse(Export.ALLOWED),
                retention(),
                new Route(
                        value(PolicyKey.PROXY, PolicyValues::endpoint),
                        value(PolicyKey.CA, PolicyValues::path)),
                value(PolicyKey.RUNTIME, PolicyValues::path));
    }

    private Caps caps() {
        return new Caps(
                value(PolicyKey.USD_PER_DAY, json -> PolicyValues.number(json, MOST_USD)),
                value(PolicyKey.USD_PER_MONTH, json -> PolicyValues.number(json, MOST_USD)),
                value(
                                PolicyKey.TOKENS_PER_REQUEST,
                                json -> PolicyValues.whole(json, 0, MOST_TOKENS))
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()));
    }

    private Models models() {
        return new Models(
                place(),
                value(PolicyKey.MODELS_KEY, PolicyValues::key),
                value(PolicyKey.MODELS_ALLOW, json -> PolicyValues.list(json, PolicyValues::text)),
                value(PolicyKey.MODELS_EXTEND, PolicyValues::truth)
                        .map(extend -> extend ? BuiltIn.STAYS : BuiltIn.GOES),
                value(
                        PolicyKey.MODELS_STORAGE,
                        json -> PolicyValues.list(json, PolicyValues::secure)));
    }

    /// One of the two at most.
    private Optional<Place> place() {
        Optional<Place> base =
                value(PolicyKey.MODELS_BASE, PolicyValues::base).map(Place.Address::new);
        Optional<Place> folder =
                value(PolicyKey.MODELS_FOLDER, PolicyValues::path).map(Place.Folder::new);
        if (base.isPresent() && folder.isPresent()) {
            JsonElement found = values.get(PolicyKey.MODELS_FOLDER);
            faults.accept(
                    new PolicyFault.WrongValue(
                            path,
                            PolicyKey.MODELS_FOLDER.path(),
                            "nothing beside " + PolicyKey.MODELS_BASE.path(),
                            shown(found == null ? JsonNull.INSTANCE : found)));
        }
        return base.or(() -> folder);
    }

    private Retention retention() {
        Retention least = new Retention(days(PolicyKey.LEAST_DAYS), OptionalInt.empty());
        Retention most = new Retention(OptionalInt.empty(), days(PolicyKey.MOST_DAYS));
        Optional<Retention> both = least.and(most);
        if (both.isEmpty()) {
            faults.accept(
                    new PolicyFault.WrongValue(
                            path,
                            PolicyKey.MOST_DAYS.path(),
                            "at least " + least.leastDays().orElseThrow(),
                            String.valueOf(most.mostDays().orElseThrow())));
        }
        return both.orElse(least);
    }

    private OptionalInt days(PolicyKey key) {
        return value(key, PolicyValues::days).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static Optional<Use> use(JsonElement json) {
        return PolicyValues.text(json)
                .flatMap(text -> {
                    for (Use use : Use.values()) {
                        if (use.name().toLowerCase(Locale.ROOT).equals(text)) {
                            return Optional.of(use);
                        }
                    }
                    return Optional.empty();
                });
    }

    private <T> Optional<T> value(PolicyKey key, Function<JsonElement, Optional<T>> reader) {
        JsonElement json = values.get(key);
        if (json == null) {
            return Optional.empty();
        }
        Optional<T> value = reader.apply(json);
        if (value.isEmpty()) {
            faults.accept(
                    new PolicyFault.WrongValue(path, key.path(), key.expected(), shown(json)));
        }
        return value;
    }

    private static String shown(JsonElement json) {
        return shortened(json.toString());
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
