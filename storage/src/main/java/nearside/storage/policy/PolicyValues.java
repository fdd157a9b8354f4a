package nearside.storage.policy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the values of a policy may be; anything else is empty.
final class PolicyValues {
    private static final int KEY_BYTES = 32;

    /// No exponent, so that no short text becomes a number of many digits.
    private static final String NUMBER = "[0-9]{1,15}(\\.[0-9]{1,6})?";

    private PolicyValues() {}

    static Optional<Boolean> truth(JsonElement json) {
        return json instanceof JsonPrimitive value && value.isBoolean()
                ? Optional.of(value.getAsBoolean())
                : Optional.empty();
    }

    static Optional<String> text(JsonElement json) {
        return json instanceof JsonPrimitive value && value.isString()
                ? Optional.of(value.getAsString()).filter(it -> !it.isBlank())
                : Optional.empty();
    }

    static Optional<BigDecimal> number(JsonElement json, long most) {
        return json instanceof JsonPrimitive value
                        && value.isNumber()
                        && value.getAsString().matches(NUMBER)
                ? Optional.of(new BigDecimal(value.getAsString()))
                        .filter(it -> it.compareTo(BigDecimal.valueOf(most)) <= 0)
                : Optional.empty();
    }

    static Optional<Long> whole(JsonElement json, long least, long most) {
        return number(json, most)
                .filter(it -> it.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::longValueExact)
                .filter(it -> it >= least);
    }

    static Optional<Integer> days(JsonElement json) {
        return whole(json, 1, Retention.LONGEST_DAYS).map(Math::toIntExact);
    }

    /// One element that is none makes the list none.
    static <T> Optional<List<T>> list(
            JsonElement json, Function<JsonElement, Optional<T>> element) {
        if (!(json instanceof JsonArray array)) {
            return Optional.empty();
        }
        List<T> all = new ArrayList<>();
        array.forEach(each -> element.apply(each).ifPresent(all::add));
        return all.size() == array.size()
                ? Optional.of(all.stream().distinct().toList())
                : Optional.empty();
    }

    static Optional<Endpoint> endpoint(JsonElement json) {
        return text(json).flatMap(Endpoint::of);
    }

    static Optional<Endpoint> secure(JsonElement json) {
        return endpoint(json).filter(it -> it.scheme().equals("https"));
    }

    static Optional<URI> base(JsonElement json) {
        return text(json).filter(it -> it.endsWith("/")).flatMap(PolicyValues::base);
    }

    private static Optional<URI> base(String text) {
        try {
            URI uri = new URI(text);
            boolean plain =
                    "https".equals(Endpoint.serving(uri).scheme())
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null;
            return plain ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    static Optional<String> key(JsonElement json) {
        return text(json).filter(PolicyValues::isKey);
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == KEY_BYTES;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    static Optional<Path> path(JsonElement json) {
        try {
            return text(json).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }
}
