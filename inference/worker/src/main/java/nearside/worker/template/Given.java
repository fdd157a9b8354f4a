package nearside.worker.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The arguments of one call, evaluated.
record Given(List<Value> positional, Map<String, Value> named) {

    /// The same arguments, all by name.
    ///
    /// @throws TemplateException for one that there is no parameter for
    Given to(List<String> parameters) {
        if (positional.size() > parameters.size()) {
            throw new TemplateException(
                    "expected at most "
                            + parameters.size()
                            + " arguments, found "
                            + positional.size()
                            + ".");
        }
        Map<String, Value> all = new LinkedHashMap<>();
        for (int i = 0; i < positional.size(); i++) {
            all.put(parameters.get(i), positional.get(i));
        }
        named.forEach((name, value) -> {
            if (!parameters.contains(name) || all.containsKey(name)) {
                throw new TemplateException("the argument '" + name + "' is not supported here.");
            }
            all.put(name, value);
        });
        return new Given(List.of(), all);
    }

    Optional<Value> at(String name) {
        return Optional.ofNullable(named.get(name));
    }

    Value need(String name) {
        return at(name).orElseThrow(
                        () -> new TemplateException("the argument '" + name + "' is missing."));
    }

    boolean holds(String name) {
        return at(name).map(Value::holds).orElse(false);
    }

    Optional<String> text(String name) {
        return some(name).map(value -> asText(value, name));
    }

    String needText(String name) {
        return asText(need(name), name);
    }

    long whole(String name, long fallback) {
        return some(name)
                .map(value -> Numbers.whole(value, "a whole number as '" + name + "'"))
                .orElse(fallback);
    }

    /// The first argument, which must be a text and has no name of its own.
    String leading(String name) {
        return new Given(positional.subList(0, Math.min(1, positional.size())), Map.of())
                .to(List.of(name))
                .needText(name);
    }

    /// All arguments after the first ones.
    Given from(int index) {
        return new Given(
                positional.subList(Math.min(index, positional.size()), positional.size()), named);
    }

    private Optional<Value> some(String name) {
        return at(name).filter(value -> !(value instanceof Value.None));
    }

    private static String asText(Value value, String name) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        throw new TemplateException(
                "expected a text as '" + name + "', found " + value.kind() + ".");
    }
}
