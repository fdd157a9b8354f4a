package nearside.worker.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The arguments of one call, evaluated.
record Given(List<Value> positional, Map<String, Value> named) {

    /// An argument by its place or its name.
    Optional<Value> at(int index, String name) {
        return index < positional.size()
                ? Optional.of(positional.get(index))
                : Optional.ofNullable(named.get(name));
    }

    Value need(int index, String name) {
        return at(index, name)
                .orElseThrow(
                        () -> new TemplateException("the argument '" + name + "' is missing."));
    }

    Optional<String> text(int index, String name) {
        return at(index, name)
                .filter(value -> !(value instanceof Value.None))
                .map(value -> asText(value, name));
    }

    String needText(int index, String name) {
        return asText(need(index, name), name);
    }

    long whole(int index, String name, long fallback) {
        return at(index, name)
                .filter(value -> !(value instanceof Value.None))
                .map(value -> asWhole(value, name))
                .orElse(fallback);
    }

    /// All arguments after the first ones.
    Given from(int index) {
        return new Given(
                positional.subList(Math.min(index, positional.size()), positional.size()), named);
    }

    private static String asText(Value value, String name) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        throw new TemplateException(
                "expected a text as '" + name + "', found " + value.kind() + ".");
    }

    private static long asWhole(Value value, String name) {
        return switch (value) {
            case Value.Whole whole -> whole.number();
            case Value.Truth truth -> truth.holds() ? 1 : 0;
            case Value.Text _,
                    Value.Real _,
                    Value.None _,
                    Value.Missing _,
                    Value.Sequence _,
                    Value.Mapping _,
                    Value.Namespace _,
                    Value.Function _,
                    Value.Macro _ ->
                    throw new TemplateException(
                            "expected a whole number as '"
                                    + name
                                    + "', found "
                                    + value.kind()
                                    + ".");
        };
    }
}
