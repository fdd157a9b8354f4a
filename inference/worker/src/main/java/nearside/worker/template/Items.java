package nearside.worker.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Parts of values: items, entries, characters and slices.
final class Items {
    /// What Python's `dict` has of its own, and finds before an entry when it is read with a dot.
    private static final Set<String> METHODS =
            Set.of(
                    "clear",
                    "copy",
                    "fromkeys",
                    "get",
                    "items",
                    "keys",
                    "pop",
                    "popitem",
                    "setdefault",
                    "update",
                    "values");

    private final Budget budget;

    Items(Budget budget) {
        this.budget = budget;
    }

    /// What a loop goes through.
    List<Value> of(Value value) {
        return switch (value) {
            case Value.Sequence sequence -> sequence.items();
            case Value.Mapping mapping -> keys(mapping);
            case Value.Text text -> characters(text.text());
            case Value.Missing _ -> List.of();
            case Value.Whole _,
                    Value.Real _,
                    Value.Truth _,
                    Value.None _,
                    Value.Namespace _,
                    Value.Function _,
                    Value.Macro _ ->
                    throw new TemplateException(
                            "expected something with items, found " + value.kind() + ".");
        };
    }

    long length(Value value) {
        return value instanceof Value.Text text
                ? text.text().codePointCount(0, text.text().length())
                : of(value).size();
    }

    Value attribute(Value target, String name) {
        return switch (target) {
            case Value.Mapping mapping -> ofMapping(mapping, name);
            case Value.Namespace namespace -> entry(namespace.entries.get(name), name);
            case Value.Missing missing -> throw new TemplateException(missing.problem() + ".");
            case Value.Text _,
                    Value.Whole _,
                    Value.Real _,
                    Value.Truth _,
                    Value.None _,
                    Value.Sequence _,
                    Value.Function _,
                    Value.Macro _ ->
                    new Value.Missing(target.kind() + " has no '" + name + "'");
        };
    }

    Value subscript(Value target, Value key) {
        if (key instanceof Value.Text(String name)) {
            return target instanceof Value.Mapping mapping && mapping.entries().containsKey(name)
                    ? entry(mapping.entries().get(name), name)
                    : attribute(target, name);
        }
        if (!Numbers.isWhole(key)) {
            return new Value.Missing(target.kind() + " has no such item");
        }
        return switch (target) {
            case Value.Sequence sequence -> item(sequence.items(), Numbers.whole(key));
            case Value.Text text -> item(characters(text.text()), Numbers.whole(key));
            case Value.Missing missing -> throw new TemplateException(missing.problem() + ".");
            case Value.Mapping _,
                    Value.Whole _,
                    Value.Real _,
                    Value.Truth _,
                    Value.None _,
                    Value.Namespace _,
                    Value.Function _,
                    Value.Macro _ ->
                    new Value.Missing(target.kind() + " has no item " + Numbers.whole(key));
        };
    }

    Value slice(Value target, Optional<Long> from, Optional<Long> to, Optional<Long> step) {
        if (target instanceof Value.Text text) {
            StringBuilder part = new StringBuilder();
            Slices.of(characters(text.text()), from, to, step)
                    .forEach(item -> part.append(((Value.Text) item).text()));
            return Value.of(part.toString());
        }
        if (target instanceof Value.Sequence sequence) {
            budget.grow(sequence.items().size());
            return new Value.Sequence(Slices.of(sequence.items(), from, to, step));
        }
        throw new TemplateException(
                "expected a text or a list to slice, found " + target.kind() + ".");
    }

    private static Value ofMapping(Value.Mapping mapping, String name) {
        if (METHODS.contains(name)) {
            throw new TemplateException(
                    "'" + name + "' is a method of a mapping: it can only be called.");
        }
        return entry(mapping.entries().get(name), name);
    }

    /// Pairs of key and value.
    Value pairs(Value.Mapping mapping) {
        budget.grow(mapping.entries().size() * 2L);
        return new Value.Sequence(
                mapping.entries().entrySet().stream()
                        .<Value>map(entry ->
                                new Value.Sequence(
                                        List.of(Value.of(entry.getKey()), entry.getValue())))
                        .toList());
    }

    private static Value entry(@org.jspecify.annotations.Nullable Value value, String name) {
        return value == null ? new Value.Missing("'" + name + "' is undefined") : value;
    }

    private static Value item(List<Value> items, long index) {
        long place = index < 0 ? index + items.size() : index;
        return place < 0 || place >= items.size()
                ? new Value.Missing("item " + index + " is undefined")
                : items.get((int) place);
    }

    private List<Value> keys(Value.Mapping mapping) {
        budget.grow(mapping.entries().size());
        return mapping.entries().keySet().stream().map(Value::of).toList();
    }

    private List<Value> characters(String text) {
        budget.grow(text.length());
        List<Value> characters = new ArrayList<>(text.length());
        text.codePoints().forEach(point -> characters.add(Value.of(Character.toString(point))));
        return characters;
    }
}
