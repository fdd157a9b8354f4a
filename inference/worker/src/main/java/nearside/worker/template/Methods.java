package nearside.worker.template;

import java.util.List;

/// The methods of Python's `str` and `dict` that templates call.
final class Methods {
    private final Budget budget;
    private final TextMethods texts;
    private final Items items;

    Methods(Budget budget, Items items, Writing writing) {
        this.budget = budget;
        this.items = items;
        this.texts = new TextMethods(budget, items, writing);
    }

    Value call(Value target, String name, Given given) {
        return switch (target) {
            case Value.Text text -> texts.call(text.text(), name, given);
            case Value.Mapping mapping -> ofMapping(mapping, name, given);
            case Value.Missing missing -> throw new TemplateException(missing.problem() + ".");
            case Value.Sequence sequence -> ofSequence(sequence, name, given);
            case Value.Whole _,
                    Value.Real _,
                    Value.Truth _,
                    Value.None _,
                    Value.Namespace _,
                    Value.Function _,
                    Value.Macro _ ->
                    throw unsupported(target, name);
        };
    }

    private Value ofMapping(Value.Mapping mapping, String name, Given given) {
        return switch (name) {
            case "items" -> items(mapping);
            case "keys" -> new Value.Sequence(items.of(mapping));
            case "values" -> new Value.Sequence(List.copyOf(mapping.entries().values()));
            case "get" -> get(mapping, given);
            default -> throw unsupported(mapping, name);
        };
    }

    private Value ofSequence(Value.Sequence sequence, String name, Given given) {
        Comparing comparing = new Comparing(budget);
        return switch (name) {
            case "count" ->
                    Value.of(
                            sequence.items().stream()
                                    .filter(item -> comparing.equal(item, given.need(0, "value")))
                                    .count());
            case "append", "extend", "insert", "pop", "remove" ->
                    throw new TemplateException("a list cannot be changed by '" + name + "'.");
            default -> throw unsupported(sequence, name);
        };
    }

    private static Value get(Value.Mapping mapping, Given given) {
        Value fallback = given.at(1, "default").orElse(new Value.None());
        return given.need(0, "key") instanceof Value.Text key
                ? mapping.entries().getOrDefault(key.text(), fallback)
                : fallback;
    }

    /// Pairs of key and value.
    Value items(Value.Mapping mapping) {
        budget.grow(mapping.entries().size() * 2L);
        return new Value.Sequence(
                mapping.entries().entrySet().stream()
                        .<Value>map(entry ->
                                new Value.Sequence(
                                        List.of(Value.of(entry.getKey()), entry.getValue())))
                        .toList());
    }

    static TemplateException unsupported(Value target, String name) {
        return new TemplateException(
                "the method '" + name + "' of " + target.kind() + " is not supported here.");
    }
}
