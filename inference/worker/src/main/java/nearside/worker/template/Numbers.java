package nearside.worker.template;

/// Numbers of Python: truth values count as 0 and 1, division rounds down.
final class Numbers {
    private Numbers() {}

    static boolean is(Value value) {
        return value instanceof Value.Whole
                || value instanceof Value.Real
                || value instanceof Value.Truth;
    }

    static boolean isWhole(Value value) {
        return is(value) && !(value instanceof Value.Real);
    }

    static long whole(Value value) {
        return whole(value, "a whole number");
    }

    /// @param wanted what is said to be expected where it is no whole number
    static long whole(Value value, String wanted) {
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
                            "expected " + wanted + ", found " + value.kind() + ".");
        };
    }

    static double real(Value value) {
        return value instanceof Value.Real real ? real.number() : (double) whole(value);
    }

    static Value calculate(Value left, Expression.Operator operator, Value right) {
        boolean divides =
                switch (operator) {
                    case DIVIDE, FLOOR_DIVIDE, MODULO -> true;
                    case ADD, SUBTRACT, MULTIPLY, POWER, CONCATENATE -> false;
                };
        if (divides && real(right) == 0) {
            throw new TemplateException("division by zero.");
        }
        try {
            return isWhole(left) && isWhole(right)
                    ? wholes(whole(left), operator, whole(right))
                    : new Value.Real(reals(real(left), operator, real(right)));
        } catch (ArithmeticException _) {
            throw new TemplateException("a number became too large.");
        }
    }

    private static Value wholes(long left, Expression.Operator operator, long right) {
        return switch (operator) {
            case ADD -> Value.of(Math.addExact(left, right));
            case SUBTRACT -> Value.of(Math.subtractExact(left, right));
            case MULTIPLY -> Value.of(Math.multiplyExact(left, right));
            case DIVIDE -> new Value.Real((double) left / right);
            case FLOOR_DIVIDE -> Value.of(Math.floorDivExact(left, right));
            case MODULO -> Value.of(Math.floorMod(left, right));
            case POWER -> power(left, right);
            case CONCATENATE -> throw new IllegalArgumentException("not an arithmetic operator");
        };
    }

    private static Value power(long base, long exponent) {
        if (exponent < 0) {
            return new Value.Real(Math.pow((double) base, (double) exponent));
        }
        return Value.of(powerOf(base, exponent));
    }

    private static long powerOf(long base, long exponent) {
        if (Math.abs(base) <= 1) {
            return base == -1 && exponent % 2 == 0 ? 1 : exponent == 0 ? 1 : base;
        }
        long result = 1;
        for (long i = 0; i < exponent; i++) {
            result = Math.multiplyExact(result, base);
        }
        return result;
    }

    private static double reals(double left, Expression.Operator operator, double right) {
        return switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case FLOOR_DIVIDE -> Math.floor(left / right);
            case MODULO -> left - Math.floor(left / right) * right;
            case POWER -> Math.pow(left, right);
            case CONCATENATE -> throw new IllegalArgumentException("not an arithmetic operator");
        };
    }
}
