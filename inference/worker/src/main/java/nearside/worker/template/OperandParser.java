package nearside.worker.template;

import nearside.worker.template.Expression.Arguments;
import nearside.worker.template.Expression.Attribute;
import nearside.worker.template.Expression.Call;
import nearside.worker.template.Expression.DictOf;
import nearside.worker.template.Expression.Filter;
import nearside.worker.template.Expression.ListOf;
import nearside.worker.template.Expression.Literal;
import nearside.worker.template.Expression.Name;
import nearside.worker.template.Expression.Named;
import nearside.worker.template.Expression.Not;
import nearside.worker.template.Expression.Pair;
import nearside.worker.template.Expression.Range;
import nearside.worker.template.Expression.Slice;
import nearside.worker.template.Expression.Subscript;
import nearside.worker.template.Expression.Test;
import nearside.worker.template.Token.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads single operands and what may follow them: `.name`, `[key]`, `(arguments)`, `| filter` and
/// `is test`.
final class OperandParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;

    OperandParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expression operand() {
        Expression operand = primary();
        int levels = 0;
        while (cursor.peek().isOperator(".")
                || cursor.peek().isOperator("[")
                || cursor.peek().isOperator("(")) {
            cursor.deeper();
            levels++;
            operand = followed(operand);
        }
        cursor.shallower(levels);
        return operand;
    }

    /// The operand with all its filters and tests.
    Expression filtered(Expression operand) {
        Expression value = operand;
        int levels = 0;
        while (true) {
            if (cursor.peek().isOperator("|")) {
                value = filter(value);
            } else if (cursor.peek().isName("is")) {
                value = test(value);
            } else if (cursor.peek().isOperator("(")) {
                value = new Call(value, arguments(), cursor.line());
            } else {
                cursor.shallower(levels);
                return value;
            }
            cursor.deeper();
            levels++;
        }
    }

    /// Whether no further item of a tuple can stand here.
    boolean endsHere() {
        Token token = cursor.peek();
        return token.is(Kind.PRINT_END) || token.is(Kind.TAG_END) || token.isOperator(")");
    }

    private Expression primary() {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case NAME -> name();
            case STRING -> strings();
            case WHOLE -> new Literal(whole(cursor.next()), token.line());
            case REAL ->
                    new Literal(
                            new Value.Real(Double.parseDouble(cursor.next().text())), token.line());
            case OPERATOR -> bracketed();
            case TEXT, PRINT_BEGIN, PRINT_END, TAG_BEGIN, TAG_END, END ->
                    throw cursor.unexpected("an expression");
        };
    }

    private Expression name() {
        Token token = cursor.next();
        return switch (token.text()) {
            case "true", "True" -> new Literal(Value.of(true), token.line());
            case "false", "False" -> new Literal(Value.of(false), token.line());
            case "none", "None" -> new Literal(new Value.None(), token.line());
            default -> new Name(token.text(), token.line());
        };
    }

    private Expression strings() {
        int line = cursor.line();
        StringBuilder text = new StringBuilder(cursor.next().text());
        while (cursor.peek().is(Kind.STRING)) {
            text.append(cursor.next().text());
        }
        return new Literal(Value.of(text.toString()), line);
    }

    private Value whole(Token token) {
        try {
            return Value.of(Long.parseLong(token.text()));
        } catch (NumberFormatException _) {
            throw TemplateException.at(
                    token.line(), "the number " + token.text() + " is too large.");
        }
    }

    private Expression bracketed() {
        int line = cursor.line();
        if (cursor.skip("(")) {
            if (cursor.skip(")")) {
                return new ListOf(List.of(), line);
            }
            Expression inside = expressions.tuple();
            cursor.expect(")");
            return inside;
        }
        if (cursor.skip("[")) {
            return new ListOf(items(), line);
        }
        if (cursor.skip("{")) {
            return new DictOf(pairs(), line);
        }
        throw cursor.unexpected("an expression");
    }

    private List<Expression> items() {
        List<Expression> items = new ArrayList<>();
        while (!cursor.skip("]")) {
            items.add(expressions.expression());
            if (!cursor.peek().isOperator("]")) {
                cursor.expect(",");
            }
        }
        return items;
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        while (!cursor.skip("}")) {
            Expression key = expressions.expression();
            cursor.expect(":");
            pairs.add(new Pair(key, expressions.expression()));
            if (!cursor.peek().isOperator("}")) {
                cursor.expect(",");
            }
        }
        return pairs;
    }

    private Expression followed(Expression target) {
        int line = cursor.line();
        if (cursor.peek().isOperator("(")) {
            return new Call(target, arguments(), line);
        }
        if (cursor.skip("[")) {
            return subscript(target, line);
        }
        cursor.expect(".");
        if (cursor.peek().is(Kind.WHOLE)) {
            return new Subscript(target, new Literal(whole(cursor.next()), line), line);
        }
        return new Attribute(target, cursor.expect(Kind.NAME, "a name").text(), line);
    }

    private Expression subscript(Expression target, int line) {
        Optional<Expression> from = bound();
        if (cursor.skip("]")) {
            Expression key = from.orElseThrow(() -> cursor.unexpected("an index before ']'"));
            return new Subscript(target, key, line);
        }
        cursor.expect(":");
        Optional<Expression> to = bound();
        Optional<Expression> step = cursor.skip(":") ? bound() : Optional.empty();
        cursor.expect("]");
        return new Slice(target, new Range(from, to, step), line);
    }

    private Optional<Expression> bound() {
        return cursor.peek().isOperator(":") || cursor.peek().isOperator("]")
                ? Optional.empty()
                : Optional.of(expressions.expression());
    }

    private Arguments arguments() {
        cursor.expect("(");
        List<Expression> positional = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        while (!cursor.skip(")")) {
            if (cursor.peek().is(Kind.NAME) && cursor.ahead().isOperator("=")) {
                String name = cursor.next().text();
                cursor.expect("=");
                named.add(new Named(name, expressions.expression()));
            } else {
                positional.add(expressions.expression());
            }
            if (!cursor.peek().isOperator(")")) {
                cursor.expect(",");
            }
        }
        return new Arguments(positional, named);
    }

    private Expression filter(Expression target) {
        int line = cursor.next().line();
        String name = cursor.expect(Kind.NAME, "the name of a filter").text();
        return new Filter(target, name, argumentsIfAny(), line);
    }

    private Arguments argumentsIfAny() {
        return cursor.peek().isOperator("(") ? arguments() : Arguments.NONE;
    }

    private Expression test(Expression target) {
        int line = cursor.next().line();
        boolean negated = cursor.skipName("not");
        String name = cursor.expect(Kind.NAME, "the name of a test").text();
        Expression test = new Test(target, name, testArguments(), line);
        return negated ? new Not(test, line) : test;
    }

    /// A test takes its argument with or without parentheses: `is divisibleby 3`.
    private Arguments testArguments() {
        Token token = cursor.peek();
        boolean bare =
                switch (token.kind()) {
                    case STRING, WHOLE, REAL -> true;
                    case NAME ->
                            !token.isName("else")
                                    && !token.isName("or")
                                    && !token.isName("and")
                                    && !token.isName("if")
                                    && !token.isName("is")
                                    && !token.isName("in")
                                    && !token.isName("not");
                    case OPERATOR -> token.isOperator("[") || token.isOperator("{");
                    case TEXT, PRINT_BEGIN, PRINT_END, TAG_BEGIN, TAG_END, END -> false;
                };
        return bare ? new Arguments(List.of(operand()), List.of()) : argumentsIfAny();
    }
}
