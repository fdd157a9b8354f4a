package nearside.worker.template;

import nearside.worker.template.Expression.And;
import nearside.worker.template.Expression.Binary;
import nearside.worker.template.Expression.Choice;
import nearside.worker.template.Expression.Comparison;
import nearside.worker.template.Expression.Link;
import nearside.worker.template.Expression.Not;
import nearside.worker.template.Expression.Operator;
import nearside.worker.template.Expression.Or;
import nearside.worker.template.Expression.Relation;
import nearside.worker.template.Expression.Sign;
import nearside.worker.template.Expression.Signed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads expressions, from the loosest operator down to the tightest.
final class ExpressionParser {
    private static final Map<String, Relation> RELATIONS =
            Map.of(
                    "==", Relation.EQUAL,
                    "!=", Relation.UNEQUAL,
                    "<", Relation.LESS,
                    "<=", Relation.AT_MOST,
                    ">", Relation.GREATER,
                    ">=", Relation.AT_LEAST);

    private static final Map<String, Operator> SUMS =
            Map.of("+", Operator.ADD, "-", Operator.SUBTRACT);

    private static final Map<String, Operator> PRODUCTS =
            Map.of(
                    "*", Operator.MULTIPLY,
                    "/", Operator.DIVIDE,
                    "//", Operator.FLOOR_DIVIDE,
                    "%", Operator.MODULO);

    private final Cursor cursor;
    private final OperandParser operands;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
        this.operands = new OperandParser(cursor, this);
    }

    Expression expression() {
        cursor.deeper();
        Expression value = or();
        int levels = 1;
        for (; cursor.peek().isName("if"); levels++) {
            cursor.deeper();
            value = choice(value);
        }
        cursor.shallower(levels);
        return value;
    }

    /// One expression, or several with commas between, which make a list.
    Expression tuple() {
        int line = cursor.line();
        Expression first = expression();
        if (!cursor.peek().isOperator(",")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (cursor.skip(",") && !operands.endsHere()) {
            items.add(expression());
        }
        return new Expression.ListOf(items, line);
    }

    /// An expression in which `if` is not taken for an inline choice, as after `in` of a loop.
    Expression withoutChoice() {
        return or();
    }

    private Expression choice(Expression then) {
        int line = cursor.next().line();
        Expression condition = or();
        Optional<Expression> otherwise =
                cursor.skipName("else") ? Optional.of(expression()) : Optional.empty();
        return new Choice(condition, then, otherwise, line);
    }

    private Expression or() {
        Expression left = and();
        int levels = 0;
        for (; cursor.peek().isName("or"); levels++) {
            cursor.deeper();
            int line = cursor.next().line();
            left = new Or(left, and(), line);
        }
        cursor.shallower(levels);
        return left;
    }

    private Expression and() {
        Expression left = not();
        int levels = 0;
        for (; cursor.peek().isName("and"); levels++) {
            cursor.deeper();
            int line = cursor.next().line();
            left = new And(left, not(), line);
        }
        cursor.shallower(levels);
        return left;
    }

    private Expression not() {
        if (!cursor.peek().isName("not")) {
            return comparison();
        }
        cursor.deeper();
        int line = cursor.next().line();
        Expression operand = not();
        cursor.shallower(1);
        return new Not(operand, line);
    }

    private Expression comparison() {
        int line = cursor.line();
        Expression first = sum();
        List<Link> links = new ArrayList<>();
        for (var relation = relation(); relation.isPresent(); relation = relation()) {
            links.add(new Link(relation.get(), sum()));
        }
        return links.isEmpty() ? first : new Comparison(first, links, line);
    }

    private Optional<Relation> relation() {
        Token token = cursor.peek();
        if (token.is(Token.Kind.OPERATOR) && RELATIONS.containsKey(token.text())) {
            return Optional.ofNullable(RELATIONS.get(cursor.next().text()));
        }
        if (cursor.skipName("in")) {
            return Optional.of(Relation.IN);
        }
        if (token.isName("not") && cursor.ahead().isName("in")) {
            cursor.next();
            cursor.next();
            return Optional.of(Relation.NOT_IN);
        }
        return Optional.empty();
    }

    private Expression sum() {
        return leftToRight(SUMS, this::concatenation);
    }

    private Expression concatenation() {
        return leftToRight(Map.of("~", Operator.CONCATENATE), this::product);
    }

    private Expression product() {
        return leftToRight(PRODUCTS, this::power);
    }

    private Expression power() {
        return leftToRight(Map.of("**", Operator.POWER), this::signed);
    }

    private Expression leftToRight(Map<String, Operator> operators, Supplier<Expression> tighter) {
        Expression left = tighter.get();
        int levels = 0;
        while (cursor.peek().is(Token.Kind.OPERATOR)) {
            Operator operator = operators.get(cursor.peek().text());
            if (operator == null) {
                break;
            }
            cursor.deeper();
            levels++;
            int line = cursor.next().line();
            left = new Binary(left, operator, tighter.get(), line);
        }
        cursor.shallower(levels);
        return left;
    }

    private Expression signed() {
        return operands.filtered(sign());
    }

    private Expression sign() {
        Token token = cursor.peek();
        if (!token.isOperator("-") && !token.isOperator("+")) {
            return operands.operand();
        }
        cursor.next();
        cursor.deeper();
        Expression operand = sign();
        cursor.shallower(1);
        return new Signed(token.isOperator("-") ? Sign.MINUS : Sign.PLUS, operand, token.line());
    }
}
