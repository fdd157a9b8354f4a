package nearside.worker.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// The filters that look at the items of a value.
final class ListFilters {
    private final Budget budget;
    private final Items items;
    private final Comparing comparing;
    private final Tests tests;
    private final Filters filters;

    ListFilters(Budget budget, Items items, Comparing comparing, Tests tests, Filters filters) {
        this.budget = budget;
        this.items = items;
        this.comparing = comparing;
        this.tests = tests;
        this.filters = filters;
    }

    Value apply(String name, Value value, Given given) {
        return switch (name) {
            case "first" -> end(items.of(value), 0, "first");
            case "last" -> end(items.of(value), items.of(value).size() - 1, "last");
            case "list" -> list(items.of(value));
            case "reverse" -> reversed(value);
            case "sort" -> sorted(value, given);
            case "unique" -> unique(value, given);
            case "min" -> best(value, by(given), "smallest");
            case "max" -> best(value, by(given).reversed(), "largest");
            case "sum" -> sum(value, given);
            case "items" -> pairs(value);
            case "dictsort" -> dictSorted(value, given);
            case "map" -> map(value, given);
            case "select" -> list(kept(value, item -> passes(item, given)));
            case "reject" -> list(kept(value, item -> !passes(item, given)));
            case "selectattr" -> list(kept(value, item -> attributePasses(item, given)));
            case "rejectattr" -> list(kept(value, item -> !attributePasses(item, given)));
            default ->
                    throw new TemplateException("the filter '" + name + "' is not supported here.");
        };
    }

    private Value list(List<Value> parts) {
        budget.grow(parts.size());
        return new Value.Sequence(parts);
    }

    private static Value end(List<Value> parts, int index, String which) {
        return parts.isEmpty()
                ? new Value.Missing("there is no " + which + " item")
                : parts.get(index);
    }

    private Value reversed(Value value) {
        List<Value> parts = new ArrayList<>(items.of(value));
        Collections.reverse(parts);
        if (value instanceof Value.Text) {
            StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(((Value.Text) part).text()));
            return Value.of(text.toString());
        }
        return list(parts);
    }

    private Value best(Value value, Comparator<Value> order, String which) {
        return end(sorted(value, order), 0, which);
    }

    private Value sorted(Value value, Given given) {
        Comparator<Value> order = by(given);
        return list(sorted(value, given.holds("reverse") ? order.reversed() : order));
    }

    private List<Value> sorted(Value value, Comparator<Value> order) {
        List<Value> parts = items.of(value);
        budget.grow(parts.size());
        return parts.stream().sorted(order).toList();
    }

    private Comparator<Value> by(Given given) {
        return (one, other) -> comparing.order(key(one, given), key(other, given));
    }

    /// What an item is compared by: case is taken no notice of unless told to.
    private Value key(Value item, Given given) {
        Value part = given.text("attribute").map(path -> attribute(item, path)).orElse(item);
        return part instanceof Value.Text text && !given.holds("case_sensitive")
                ? Value.of(text.text().toLowerCase(Locale.ROOT))
                : part;
    }

    private Value unique(Value value, Given given) {
        List<Value> found = new ArrayList<>();
        List<Value> keys = new ArrayList<>();
        for (Value item : items.of(value)) {
            Value key = key(item, given);
            if (keys.stream().noneMatch(other -> comparing.equal(other, key))) {
                found.add(item);
                keys.add(key);
            }
        }
        return list(found);
    }

    private Value sum(Value value, Given given) {
        Value total = given.at("start").orElse(Value.of(0));
        String path = given.text("attribute").orElse("");
        for (Value item : items.of(value)) {
            Value part = path.isEmpty() ? item : attribute(item, path);
            total = Numbers.calculate(total, Expression.Operator.ADD, part);
        }
        return total;
    }

    private Value pairs(Value value) {
        return switch (value) {
            case Value.Mapping mapping -> items.pairs(mapping);
            case Value.Missing _ -> list(List.of());
            case Value.Text _,
                    Value.Whole _,
                    Value.Real _,
                    Value.Truth _,
                    Value.None _,
                    Value.Sequence _,
                    Value.Namespace _,
                    Value.Function _,
                    Value.Macro _ ->
                    throw new TemplateException("expected a mapping, found " + value.kind() + ".");
        };
    }

    private Value dictSorted(Value value, Given given) {
        long place =
                switch (given.text("by").orElse("key")) {
                    case "key" -> 0;
                    case "value" -> 1;
                    default -> throw new TemplateException("expected 'key' or 'value' as 'by'.");
                };
        Comparator<Value> order =
                (one, other) ->
                        comparing.order(
                                key(items.subscript(one, Value.of(place)), given),
                                key(items.subscript(other, Value.of(place)), given));
        return list(sorted(pairs(value), given.holds("reverse") ? order.reversed() : order));
    }

    private Value map(Value value, Given given) {
        if (given.positional().isEmpty() && given.named().containsKey("attribute")) {
            Given bound = given.to(List.of("attribute", "default"));
            return list(attributes(value, bound));
        }
        String filter = given.leading("filter");
        return list(
                some(value).stream()
                        .map(item -> filters.apply(filter, item, given.from(1)))
                        .toList());
    }

    private List<Value> attributes(Value value, Given given) {
        Value missing = given.at("default").orElse(new Value.None());
        return attributes(value, given.needText("attribute")).stream()
                .map(part ->
                        part instanceof Value.Missing && !(missing instanceof Value.None)
                                ? missing
                                : part)
                .toList();
    }

    List<Value> attributes(Value value, String path) {
        return some(value).stream().map(item -> attribute(item, path)).toList();
    }

    /// The items; none where there is nothing, as these filters have it.
    private List<Value> some(Value value) {
        return value.holds() ? items.of(value) : List.of();
    }

    /// Follows a path such as `function.name` or `0`.
    private Value attribute(Value value, String path) {
        Value part = value;
        for (String name : path.split("\\.", -1)) {
            budget.step();
            Value key =
                    name.matches("[0-9]{1,9}") ? Value.of(Long.parseLong(name)) : Value.of(name);
            part = items.subscript(part, key);
        }
        return part;
    }

    private List<Value> kept(Value value, Predicate<Value> keeps) {
        return some(value).stream().filter(keeps).toList();
    }

    private boolean passes(Value item, Given given) {
        budget.step();
        return given.positional().isEmpty()
                ? item.holds()
                : tests.holds(given.leading("test"), item, given.from(1));
    }

    private boolean attributePasses(Value item, Given given) {
        return passes(attribute(item, given.leading("attribute")), given.from(1));
    }
}
