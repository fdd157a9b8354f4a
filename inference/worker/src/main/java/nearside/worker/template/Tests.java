package nearside.worker.template;

import nearside.worker.template.Expression.Relation;

/// What may stand after `is`.
final class Tests {
    private final Comparing comparing;

    Tests(Comparing comparing) {
        this.comparing = comparing;
    }

    boolean holds(String name, Value value, Given raw) {
        Given given = Parameters.bind(Parameters.TESTS, name, raw);
        return switch (name) {
            case "defined" -> !(value instanceof Value.Missing);
            case "undefined" -> value instanceof Value.Missing;
            case "none" -> value instanceof Value.None;
            case "string" -> value instanceof Value.Text;
            case "number" -> Numbers.is(value);
            case "integer" -> value instanceof Value.Whole;
            case "float" -> value instanceof Value.Real;
            case "boolean" -> value instanceof Value.Truth;
            case "true" -> value instanceof Value.Truth truth && truth.holds();
            case "false" -> value instanceof Value.Truth truth && !truth.holds();
            case "mapping" -> value instanceof Value.Mapping;
            case "callable" -> value instanceof Value.Function || value instanceof Value.Macro;
            case "sequence", "iterable" -> hasItems(value);
            case "odd" -> Math.floorMod(Numbers.whole(value), 2L) == 1;
            case "even" -> Math.floorMod(Numbers.whole(value), 2L) == 0;
            case "divisibleby" -> divides(given.need("num"), value);
            case "lower" -> value instanceof Value.Text text && isLower(text.text());
            case "upper" -> value instanceof Value.Text text && isUpper(text.text());
            default -> related(name, value, given);
        };
    }

    private boolean related(String name, Value value, Given given) {
        Relation relation =
                switch (name) {
                    case "eq", "equalto", "==", "sameas" -> Relation.EQUAL;
                    case "ne", "!=" -> Relation.UNEQUAL;
                    case "lt", "lessthan", "<" -> Relation.LESS;
                    case "le", "<=" -> Relation.AT_MOST;
                    case "gt", "greaterthan", ">" -> Relation.GREATER;
                    case "ge", ">=" -> Relation.AT_LEAST;
                    case "in" -> Relation.IN;
                    default ->
                            throw new TemplateException(
                                    "the test '" + name + "' is not supported here.");
                };
        return comparing.holds(value, relation, given.need("other"));
    }

    private static boolean hasItems(Value value) {
        return value instanceof Value.Sequence
                || value instanceof Value.Text
                || value instanceof Value.Mapping
                || value instanceof Value.Missing;
    }

    private static boolean divides(Value divisor, Value value) {
        Value rest = Numbers.calculate(value, Expression.Operator.MODULO, divisor);
        return Numbers.real(rest) == 0;
    }

    static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(Character::isUpperCase);
    }

    static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(Character::isLowerCase);
    }
}
