package nearside.desktop.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import nearside.storage.policy.Policy;
import nearside.storage.policy.Policy.Caps;
import nearside.storage.policy.Policy.Export;
import nearside.storage.policy.Policy.Network;
import nearside.storage.policy.Policy.Place;
import nearside.storage.policy.Retention;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The rules of a policy in the shape of a policy file, without those that decide nothing.
final class PolicyRules {
    private PolicyRules() {}

    static JsonObject of(Policy policy) {
        JsonObject json = new JsonObject();
        json.addProperty("offline", policy.network() == Network.OFFLINE);
        json.addProperty("cloud", policy.cloud().use().name().toLowerCase(Locale.ROOT));
        policy.cloud().endpoints().ifPresent(all -> json.add("endpoints", list(all)));
        add(json, "caps", caps(policy.cloud().caps()));
        add(json, "models", models(policy.models()));
        json.addProperty("export", policy.export() == Export.ALLOWED);
        add(json, "retention", retention(policy.retention()));
        policy.route().proxy().ifPresent(proxy -> json.addProperty("proxy", proxy.toString()));
        policy.route().ca().ifPresent(ca -> json.addProperty("ca", ca.toString()));
        JsonObject accelerators = new JsonObject();
        policy.runtime().ifPresent(it -> accelerators.addProperty("runtime", it.toString()));
        add(json, "accelerators", accelerators);
        return json;
    }

    private static JsonObject caps(Caps caps) {
        JsonObject json = new JsonObject();
        caps.usdPerDay().ifPresent(usd -> json.addProperty("usd_per_day", usd));
        caps.usdPerMonth().ifPresent(usd -> json.addProperty("usd_per_month", usd));
        caps.tokensPerRequest().ifPresent(tokens -> json.addProperty("tokens_per_request", tokens));
        return json;
    }

    private static JsonObject models(Policy.Models models) {
        JsonObject json = new JsonObject();
        models.place()
                .ifPresent(place -> {
                    switch (place) {
                        case Place.Address(URI base) -> json.addProperty("base", base.toString());
                        case Place.Folder(Path path) -> json.addProperty("folder", path.toString());
                    }
                });
        models.key().ifPresent(key -> json.addProperty("key", key));
        models.allow().ifPresent(ids -> json.add("allow", list(ids)));
        models.builtIn()
                .ifPresent(builtIn -> json.addProperty("extend", builtIn == Policy.BuiltIn.STAYS));
        models.storage().ifPresent(servers -> json.add("storage", list(servers)));
        return json;
    }

    private static JsonObject retention(Retention retention) {
        JsonObject json = new JsonObject();
        retention.leastDays().ifPresent(days -> json.addProperty("least_days", days));
        retention.mostDays().ifPresent(days -> json.addProperty("most_days", days));
        return json;
    }

    private static void add(JsonObject json, String key, JsonObject group) {
        if (!group.isEmpty()) {
            json.add(key, group);
        }
    }

    private static JsonArray list(List<?> values) {
        JsonArray list = new JsonArray();
        values.forEach(value -> list.add(value.toString()));
        return list;
    }
}
