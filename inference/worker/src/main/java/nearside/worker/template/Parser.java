package nearside.worker.template;

import nearside.worker.template.Node.Branch;
import nearside.worker.template.Node.Loop;
import nearside.worker.template.Node.Parameter;
import nearside.worker.template.Node.Target;
import nearside.worker.template.Token.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a whole template: plain text, `{{ }}` and the tags that chat templates use.
final class Parser {
    private final Cursor cursor;
    private final ExpressionParser expressions;

    private Parser(List<Token> tokens) {
        this.cursor = new Cursor(tokens);
        this.expressions = new ExpressionParser(cursor);
    }

    static List<Node> nodes(String source) {
        Parser parser = new Parser(Lexer.tokens(source));
        List<Node> nodes = parser.body(Set.of());
        if (!parser.cursor.peek().is(Kind.END)) {
            throw parser.cursor.unexpected("text or a tag");
        }
        return nodes;
    }

    /// Nodes up to a tag with one of the names, which is left to the caller.
    private List<Node> body(Set<String> ends) {
        cursor.deeper();
        List<Node> nodes = new ArrayList<>();
        while (!cursor.peek().is(Kind.END) && !closes(ends)) {
            nodes.add(node());
        }
        if (!ends.isEmpty() && cursor.peek().is(Kind.END)) {
            throw cursor.unexpected(
                    "'" + String.join("' or '", ends.stream().sorted().toList()) + "'");
        }
        cursor.shallower(1);
        return List.copyOf(nodes);
    }

    private boolean closes(Set<String> ends) {
        return cursor.peek().is(Kind.TAG_BEGIN)
                && cursor.ahead().is(Kind.NAME)
                && ends.contains(cursor.ahead().text());
    }

    private Node node() {
        Token token = cursor.next();
        return switch (token.kind()) {
            case TEXT -> new Node.Plain(token.text());
            case PRINT_BEGIN -> print();
            case TAG_BEGIN -> tag();
            case NAME, STRING, WHOLE, REAL, OPERATOR, PRINT_END, TAG_END, END ->
                    throw cursor.unexpected("text or a tag");
        };
    }

    private Node print() {
        Expression value = expressions.tuple();
        cursor.expect(Kind.PRINT_END, "'}}'");
        return new Node.Print(value);
    }

    private Node tag() {
        Token name = cursor.expect(Kind.NAME, "the name of a tag");
        return switch (name.text()) {
            case "if" -> branches();
            case "for" -> loop(name.line());
            case "set" -> assign();
            case "macro" -> macro();
            case "generation" -> group();
            case "break" -> jump(Node.Way.BREAK);
            case "continue" -> jump(Node.Way.CONTINUE);
            default ->
                    throw TemplateException.at(
                            name.line(), "the tag '" + name.text() + "' is not supported here.");
        };
    }

    private Node branches() {
        List<Branch> branches = new ArrayList<>();
        do {
            Expression condition = expressions.tuple();
            endTag();
            branches.add(new Branch(condition, body(Set.of("elif", "else", "endif"))));
            cursor.next();
        } while (cursor.skipName("elif"));
        List<Node> otherwise = List.of();
        if (cursor.skipName("else")) {
            endTag();
            otherwise = bodyTo("endif");
        } else {
            cursor.next();
            endTag();
        }
        return new Node.If(branches, otherwise);
    }

    private Node loop(int line) {
        List<String> names = names();
        if (!cursor.skipName("in")) {
            throw cursor.unexpected("'in'");
        }
        Expression items = expressions.withoutChoice();
        Optional<Expression> condition =
                cursor.skipName("if") ? Optional.of(expressions.expression()) : Optional.empty();
        endTag();
        List<Node> body = body(Set.of("else", "endfor"));
        cursor.next();
        boolean hasElse = cursor.next().isName("else");
        endTag();
        List<Node> otherwise = hasElse ? bodyTo("endfor") : List.of();
        return new Node.For(new Loop(names, items, condition, line), body, otherwise);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        boolean bracketed = cursor.skip("(");
        do {
            names.add(cursor.expect(Kind.NAME, "the name of a variable").text());
        } while (cursor.skip(","));
        if (bracketed) {
            cursor.expect(")");
        }
        return List.copyOf(names);
    }

    private Node assign() {
        Target target = target();
        if (cursor.skip("=")) {
            Expression value = expressions.tuple();
            endTag();
            return new Node.Assign(target, value);
        }
        endTag();
        return new Node.AssignBlock(target, bodyTo("endset"));
    }

    private Target target() {
        int line = cursor.line();
        if (cursor.ahead().isOperator(".")) {
            String namespace = cursor.expect(Kind.NAME, "the name of a namespace").text();
            cursor.next();
            return new Target.Member(
                    namespace, cursor.expect(Kind.NAME, "the name of a variable").text(), line);
        }
        return new Target.Names(names(), line);
    }

    private Node macro() {
        String name = cursor.expect(Kind.NAME, "the name of a macro").text();
        cursor.expect("(");
        List<Parameter> parameters = new ArrayList<>();
        while (!cursor.skip(")")) {
            String parameter = cursor.expect(Kind.NAME, "the name of a parameter").text();
            Optional<Expression> fallback =
                    cursor.skip("=") ? Optional.of(expressions.expression()) : Optional.empty();
            parameters.add(new Parameter(parameter, fallback));
            if (!cursor.peek().isOperator(")")) {
                cursor.expect(",");
            }
        }
        endTag();
        return new Node.Define(name, List.copyOf(parameters), bodyTo("endmacro"));
    }

    private Node group() {
        endTag();
        return new Node.Group(bodyTo("endgeneration"));
    }

    private Node jump(Node.Way way) {
        endTag();
        return new Node.Jump(way);
    }

    private List<Node> bodyTo(String end) {
        List<Node> body = body(Set.of(end));
        cursor.next();
        cursor.next();
        endTag();
        return body;
    }

    private void endTag() {
        cursor.expect(Kind.TAG_END, "'%}'");
    }
}
