package nearside.worker.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
            case "unique" -> unique(value);
            case "min" -> end(order(items.of(value)), 0, "smallest");
            case "max" -> end(order(items.of(value)).reversed(), 0, "largest");
            case "sum" -> sum(value, given);
            case "items" -> pairs(value);
            case "dictsort" -> dictSorted(value);
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

    private List<Value> order(List<Value> parts) {
        budget.grow(parts.size());
        return parts.stream().sorted(comparing::order).toList();
    }

    private Value sorted(Value value, Given given) {
        boolean down = given.at(0, "reverse").map(Value::holds).orElse(false);
        List<Value> parts = new ArrayList<>(items.of(value));
        String path = given.text(2, "attribute").orElse("");
        java.util.Comparator<Value> order =
                (one, other) -> comparing.order(folded(one, path), folded(other, path));
        parts.sort(down ? order.reversed() : order);
        return list(parts);
    }

    /// Sorting takes no notice of case unless told to.
    private Value folded(Value value, String path) {
        Value part = path.isEmpty() ? value : attribute(value, path);
        return part instanceof Value.Text text
                ? Value.of(text.text().toLowerCase(java.util.Locale.ROOT))
                : part;
    }

    private Value unique(Value value) {
        List<Value> found = new ArrayList<>();
        for (Value item : items.of(value)) {
            Value key = folded(item, "");
            if (found.stream().noneMatch(other -> comparing.equal(folded(other, ""), key))) {
                found.add(item);
            }
        }
        return list(found);
    }

    private Value sum(Value value, Given given) {
        Value total = given.at(1, "start").orElse(Value.of(0));
        String path = given.text(0, "attribute").orElse("");
        for (Value item : items.of(value)) {
            Value part = path.isEmpty() ? item : attribute(item, path);
            total = Numbers.calculate(total, Expression.Operator.ADD, part);
        }
        return total;
    }

    private Value pairs(Value value) {
        return switch (value) {
            case Value.Mapping mapping ->
                    new Methods(budget, items, new Writing(budget)).items(mapping);
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

    private Value dictSorted(Value value) {
        List<Value> pairs = new ArrayList<>(items.of(pairs(value)));
        pairs.sort(
                (one, other) -> comparing.order(folded(first(one), ""), folded(first(other), "")));
        return list(pairs);
    }

    private Value first(Value pair) {
        return items.subscript(pair, Value.of(0));
    }

    private Value map(Value value, Given given) {
        if (given.named().containsKey("attribute")) {
            return list(attributes(value, given.text(Integer.MAX_VALUE, "attribute").orElse("")));
        }
        String filter = given.needText(0, "filter");
        return list(
                items.of(value).stream()
                        .map(item -> filters.apply(filter, item, given.from(1)))
                        .toList());
    }

    List<Value> attributes(Value value, String path) {
        return items.of(value).stream().map(item -> attribute(item, path)).toList();
    }

    /// Follows a path such as `function.name` or `0`.
    private Value attribute(Value value, String path) {
        Value part = value;
        for (String name : path.split("\\.", -1)) {
            budget.step();
            part =
                    name.matches("[0-9]{1,9}")
                            ? items.subscript(part, Value.of(Long.parseLong(name)))
                            : items.attribute(part, name);
        }
        return part;
    }

    private List<Value> kept(Value value, Predicate<Value> keeps) {
        return items.of(value).stream().filter(keeps).toList();
    }

    private boolean passes(Value item, Given given) {
        budget.step();
        return given.positional().isEmpty()
                ? item.holds()
                : tests.holds(given.needText(0, "test"), item, given.from(1));
    }

    private boolean attributePasses(Value item, Given given) {
        return passes(attribute(item, given.needText(0, "attribute")), given.from(1));
    }
}
