package nearside.storage.policy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The keys that a policy file may hold.
enum PolicyKey {
    OFFLINE("offline", "true or false"),
    CLOUD("cloud", "\"allowed\", \"ask\" or \"forbidden\""),
    ENDPOINTS("endpoints", "a list of addresses such as \"https://api.example.com:443\""),
    USD_PER_DAY("caps.usd_per_day", "a number from 0 to 1000000"),
    USD_PER_MONTH("caps.usd_per_month", "a number from 0 to 1000000"),
    TOKENS_PER_REQUEST("caps.tokens_per_request", "a whole number from 0 to 1000000000"),
    MODELS_BASE("models.base", "an https address that ends with /"),
    MODELS_FOLDER("models.folder", "the path of a folder, from the root on"),
    MODELS_KEY("models.key", "32 bytes in Base64"),
    MODELS_ALLOW("models.allow", "a list of model ids"),
    MODELS_EXTEND("models.extend", "true or false"),
    MODELS_STORAGE(
            "models.storage", "a list of https addresses such as \"https://cdn.example.com\""),
    EXPORT("export", "true or false"),
    LEAST_DAYS("retention.least_days", "a whole number from 1 to 36500"),
    MOST_DAYS("retention.most_days", "a whole number from 1 to 36500"),
    PROXY("proxy", "an address such as \"http://proxy.example.com:3128\""),
    CA("ca", "the path of a file, from the root on"),
    RUNTIME("accelerators.runtime", "the path of a folder, from the root on");

    /// Names of the objects that hold some of them.
    static final Set<String> GROUPS =
            Arrays.stream(values())
                    .map(PolicyKey::group)
                    .filter(group -> !group.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());

    private final String path;
    private final String expected;

    PolicyKey(String path, String expected) {
        this.path = path;
        this.expected = expected;
    }

    /// With its group and a dot, where it is in one.
    String path() {
        return path;
    }

    String expected() {
        return expected;
    }

    /// @param group empty for the file itself
    static Optional<PolicyKey> of(String group, String name) {
        return Arrays.stream(values())
                .filter(key -> key.group().equals(group) && key.name(group).equals(name))
                .findFirst();
    }

    private String group() {
        return path.substring(0, Math.max(0, path.indexOf('.')));
    }

    private String name(String group) {
        return group.isEmpty() ? path : path.substring(group.length() + 1);
    }
}
