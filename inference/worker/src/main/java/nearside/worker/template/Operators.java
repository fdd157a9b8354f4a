package nearside.worker.template;

import nearside.worker.template.Expression.Operator;

import java.util.ArrayList;
import java.util.List;

/// What `+ - * / // % ** ~` do with numbers, texts and lists.
final class Operators {
    private final Budget budget;
    private final Writing writing;

    Operators(Budget budget, Writing writing) {
        this.budget = budget;
        this.writing = writing;
    }

    Value apply(Value left, Operator operator, Value right) {
        if (operator == Operator.CONCATENATE) {
            return joined(writing.text(left), writing.text(right));
        }
        if (Numbers.is(left) && Numbers.is(right)) {
            return Numbers.calculate(left, operator, right);
        }
        return switch (operator) {
            case ADD -> sum(left, right);
            case MULTIPLY -> repeated(left, right);
            case SUBTRACT, DIVIDE, FLOOR_DIVIDE, MODULO, POWER, CONCATENATE ->
                    throw mismatch(left, right);
        };
    }

    Value signed(Expression.Sign sign, Value operand) {
        return switch (sign) {
            case PLUS -> Numbers.calculate(Value.of(0), Operator.ADD, operand);
            case MINUS ->
                    operand instanceof Value.Real real
                            ? new Value.Real(-real.number())
                            : Numbers.calculate(Value.of(0), Operator.SUBTRACT, operand);
        };
    }

    private Value sum(Value left, Value right) {
        if (left instanceof Value.Text one && right instanceof Value.Text other) {
            return joined(one.text(), other.text());
        }
        if (left instanceof Value.Sequence one && right instanceof Value.Sequence other) {
            budget.grow(one.items().size() + (long) other.items().size());
            List<Value> items = new ArrayList<>(one.items());
            items.addAll(other.items());
            return new Value.Sequence(items);
        }
        throw mismatch(left, right);
    }

    private Value joined(String left, String right) {
        budget.grow(left.length() + (long) right.length());
        return Value.of(left.concat(right));
    }

    private Value repeated(Value left, Value right) {
        if (Numbers.isWhole(left)) {
            return times(right, Numbers.whole(left));
        }
        if (Numbers.isWhole(right)) {
            return times(left, Numbers.whole(right));
        }
        throw mismatch(left, right);
    }

    private Value times(Value value, long wanted) {
        int times = Math.clamp(wanted, 0, Integer.MAX_VALUE);
        if (value instanceof Value.Text text) {
            budget.grow(text.text().length() * (long) times);
            return Value.of(text.text().repeat(text.text().isEmpty() ? 0 : times));
        }
        if (value instanceof Value.Sequence sequence) {
            budget.grow(sequence.items().size() * (long) times);
            List<Value> items = new ArrayList<>();
            for (int i = 0; i < times && !sequence.items().isEmpty(); i++) {
                items.addAll(sequence.items());
            }
            return new Value.Sequence(items);
        }
        throw mismatch(value, Value.of(times));
    }

    private static TemplateException mismatch(Value left, Value right) {
        return new TemplateException(
                "expected two numbers, two texts or two lists, found "
                        + left.kind()
                        + " and "
                        + right.kind()
                        + ".");
    }
}
