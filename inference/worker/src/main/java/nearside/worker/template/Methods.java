package nearside.worker.template;

import java.util.List;

/// The methods of Python's `str` and `dict` that templates call.
final class Methods {
    private final TextMethods texts;
    private final Items items;
    private final Comparing comparing;

    Methods(Budget budget, Items items, Writing writing, Comparing comparing) {
        this.items = items;
        this.comparing = comparing;
        this.texts = new TextMethods(budget, items, writing);
    }

    Value call(Value target, String name, Given raw) {
        Given given = Parameters.bind(Parameters.METHODS, name, raw);
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
            case "items" -> items.pairs(mapping);
            case "keys" -> new Value.Sequence(items.of(mapping));
            case "values" -> new Value.Sequence(List.copyOf(mapping.entries().values()));
            case "get" -> get(mapping, given);
            default -> throw unsupported(mapping, name);
        };
    }

    private Value ofSequence(Value.Sequence sequence, String name, Given given) {
        return switch (name) {
            case "count" ->
                    Value.of(
                            sequence.items().stream()
                                    .filter(item -> comparing.equal(item, given.need("sub")))
                                    .count());
            case "append", "extend", "insert", "pop", "remove" ->
                    throw new TemplateException("a list cannot be changed by '" + name + "'.");
            default -> throw unsupported(sequence, name);
        };
    }

    private static Value get(Value.Mapping mapping, Given given) {
        Value fallback = given.at("default").orElse(new Value.None());
        return given.need("key") instanceof Value.Text key
                ? mapping.entries().getOrDefault(key.text(), fallback)
                : fallback;
    }

    static TemplateException unsupported(Value target, String name) {
        return new TemplateException(
                "the method '" + name + "' of " + target.kind() + " is not supported here.");
    }
}
