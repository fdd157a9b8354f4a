package nearside.worker.template;

import nearside.worker.template.Expression.Relation;

import java.util.List;

/// Equality, order and membership, as in Python.
final class Comparing {
    private final Budget budget;
    private final Items items;

    Comparing(Budget budget, Items items) {
        this.budget = budget;
        this.items = items;
    }

    boolean holds(Value left, Relation relation, Value right) {
        return switch (relation) {
            case EQUAL -> equal(left, right);
            case UNEQUAL -> !equal(left, right);
            case LESS -> order(left, right) < 0;
            case AT_MOST -> order(left, right) <= 0;
            case GREATER -> order(left, right) > 0;
            case AT_LEAST -> order(left, right) >= 0;
            case IN -> contains(right, left);
            case NOT_IN -> !contains(right, left);
        };
    }

    boolean equal(Value left, Value right) {
        budget.step();
        if (Numbers.is(left) && Numbers.is(right)) {
            return Numbers.real(left) == Numbers.real(right);
        }
        return switch (left) {
            case Value.Sequence one ->
                    right instanceof Value.Sequence other && equalItems(one.items(), other.items());
            case Value.Mapping one ->
                    right instanceof Value.Mapping other && equalEntries(one, other);
            case Value.Missing _ -> right instanceof Value.Missing;
            case Value.Text _,
                    Value.Whole _,
                    Value.Real _,
                    Value.Truth _,
                    Value.None _,
                    Value.Namespace _,
                    Value.Function _,
                    Value.Macro _ ->
                    left.equals(right);
        };
    }

    private boolean equalItems(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean equalEntries(Value.Mapping left, Value.Mapping right) {
        return left.entries().keySet().equals(right.entries().keySet())
                && left.entries().entrySet().stream()
                        .allMatch(entry -> equal(entry.getValue(), value(right, entry.getKey())));
    }

    private static Value value(Value.Mapping mapping, String key) {
        return mapping.entries().getOrDefault(key, new Value.None());
    }

    /// Below, at or above zero, as `left` stands before, at or after `right`.
    int order(Value left, Value right) {
        budget.step();
        if (Numbers.is(left) && Numbers.is(right)) {
            return Double.compare(Numbers.real(left), Numbers.real(right));
        }
        if (left instanceof Value.Text one && right instanceof Value.Text other) {
            return orderOfTexts(one.text(), other.text());
        }
        if (left instanceof Value.Sequence one && right instanceof Value.Sequence other) {
            return orderOfItems(one.items(), other.items());
        }
        throw new TemplateException(
                "expected two numbers or two texts to compare, found "
                        + left.kind()
                        + " and "
                        + right.kind()
                        + ".");
    }

    /// By code points, not by UTF-16 units.
    static int orderOfTexts(String left, String right) {
        int same = 0;
        int shorter = Math.min(left.length(), right.length());
        while (same < shorter && left.charAt(same) == right.charAt(same)) {
            same++;
        }
        if (same == shorter) {
            return left.length() - right.length();
        }
        char one = left.charAt(same);
        char other = right.charAt(same);
        if (Character.isSurrogate(one) != Character.isSurrogate(other)) {
            return Character.isSurrogate(one) ? 1 : -1;
        }
        return one - other;
    }

    private int orderOfItems(List<Value> left, List<Value> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return order(left.get(i), right.get(i));
            }
        }
        return left.size() - right.size();
    }

    private boolean contains(Value container, Value item) {
        if (container instanceof Value.Text text) {
            return text.text().contains(part(item));
        }
        if (container instanceof Value.Mapping mapping) {
            return item instanceof Value.Text key && mapping.entries().containsKey(key.text());
        }
        return items.of(container).stream().anyMatch(other -> equal(item, other));
    }

    private static String part(Value item) {
        if (item instanceof Value.Text text) {
            return text.text();
        }
        throw new TemplateException(
                "expected a text to look for in a text, found " + item.kind() + ".");
    }
}
