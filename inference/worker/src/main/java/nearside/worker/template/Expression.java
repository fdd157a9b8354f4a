package nearside.worker.template;

import java.util.List;
import java.util.Optional;

/// Something in a template that has a value.
sealed interface Expression {
    int line();

    record Literal(Value value, int line) implements Expression {}

    record Name(String name, int line) implements Expression {}

    record ListOf(List<Expression> items, int line) implements Expression {}

    record DictOf(List<Pair> pairs, int line) implements Expression {}

    record Pair(Expression key, Expression value) {}

    record Attribute(Expression target, String name, int line) implements Expression {}

    record Subscript(Expression target, Expression key, int line) implements Expression {}

    record Slice(Expression target, Range range, int line) implements Expression {}

    record Range(Optional<Expression> from, Optional<Expression> to, Optional<Expression> step) {}

    record Call(Expression target, Arguments arguments, int line) implements Expression {}

    record Filter(Expression target, String name, Arguments arguments, int line)
            implements Expression {}

    record Test(Expression target, String name, Arguments arguments, int line)
            implements Expression {}

    record Not(Expression operand, int line) implements Expression {}

    record Signed(Sign sign, Expression operand, int line) implements Expression {}

    record And(Expression left, Expression right, int line) implements Expression {}

    record Or(Expression left, Expression right, int line) implements Expression {}

    record Binary(Expression left, Operator operator, Expression right, int line)
            implements Expression {}

    record Comparison(Expression first, List<Link> links, int line) implements Expression {}

    record Link(Relation relation, Expression right) {}

    record Choice(Expression condition, Expression then, Optional<Expression> otherwise, int line)
            implements Expression {}

    record Arguments(List<Expression> positional, List<Named> named) {
        static final Arguments NONE = new Arguments(List.of(), List.of());
    }

    record Named(String name, Expression value) {}

    enum Sign {
        PLUS,
        MINUS
    }

    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        FLOOR_DIVIDE,
        MODULO,
        POWER,
        CONCATENATE
    }

    enum Relation {
        EQUAL,
        UNEQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST,
        IN,
        NOT_IN
    }
}
