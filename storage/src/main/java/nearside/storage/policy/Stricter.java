package nearside.storage.policy;

import nearside.storage.policy.Policy.Caps;
import nearside.storage.policy.Policy.Cloud;
import nearside.storage.policy.Policy.Models;
import nearside.storage.policy.Policy.Route;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;

/// Two policies as one that allows nothing which either forbids.
final class Stricter {
    private Stricter() {}

    /// Of policies without a conflict.
    static Policy of(Policy one, Policy other) {
        return new Policy(
                last(one.network(), other.network()),
                of(one.cloud(), other.cloud()),
                of(one.models(), other.models()),
                last(one.export(), other.export()),
                one.retention().and(other.retention()).orElseThrow(),
                new Route(
                        one.route().proxy().or(() -> other.route().proxy()),
                        one.route().ca().or(() -> other.route().ca())),
                one.runtime().or(other::runtime));
    }

    private static Cloud of(Cloud one, Cloud other) {
        return new Cloud(
                last(one.use(), other.use()),
                both(one.endpoints(), other.endpoints(), Stricter::common),
                of(one.caps(), other.caps()));
    }

    private static Caps of(Caps one, Caps other) {
        return new Caps(
                both(one.usdPerDay(), other.usdPerDay(), (a, b) -> a.min(b)),
                both(one.usdPerMonth(), other.usdPerMonth(), (a, b) -> a.min(b)),
                smaller(one.tokensPerRequest(), other.tokensPerRequest()));
    }

    private static Models of(Models one, Models other) {
        return new Models(
                one.place().or(other::place),
                one.key().or(other::key),
                both(one.allow(), other.allow(), Stricter::common),
                both(one.builtIn(), other.builtIn(), (a, b) -> last(a, b)),
                both(one.storage(), other.storage(), Stricter::common));
    }

    private static <E extends Enum<E>> E last(E one, E other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static <T> Optional<T> both(
            Optional<T> one, Optional<T> other, BinaryOperator<T> stricter) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(stricter.apply(one.get(), other.get()))
                : one.or(() -> other);
    }

    private static <T> List<T> common(List<T> one, List<T> other) {
        return one.stream().filter(other::contains).toList();
    }

    private static OptionalLong smaller(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(Math.min(one.getAsLong(), other.getAsLong()))
                : one.isPresent() ? one : other;
    }
}
