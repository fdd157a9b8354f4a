package nearside.worker.template;

import nearside.worker.template.Token.Kind;

import java.util.List;

/// A place in a list of tokens, with the questions that a parser asks there.
final class Cursor {
    /// Deeper templates are refused, so that no recursion of ours runs out of stack.
    private static final int DEPTH = 200;

    private final List<Token> tokens;
    private int at;
    private int depth;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token ahead() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    int line() {
        return peek().line();
    }

    Token next() {
        Token token = peek();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean skip(String operator) {
        boolean found = peek().isOperator(operator);
        if (found) {
            next();
        }
        return found;
    }

    boolean skipName(String name) {
        boolean found = peek().isName(name);
        if (found) {
            next();
        }
        return found;
    }

    Token expect(Kind kind, String wanted) {
        if (!peek().is(kind)) {
            throw unexpected(wanted);
        }
        return next();
    }

    void expect(String operator) {
        if (!skip(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    TemplateException unexpected(String wanted) {
        return TemplateException.at(
                line(), "expected " + wanted + ", found " + peek().found() + ".");
    }

    void deeper() {
        depth++;
        if (depth > DEPTH) {
            throw TemplateException.at(line(), "it is nested more than " + DEPTH + " levels deep.");
        }
    }

    void shallower(int levels) {
        depth -= levels;
    }
}
