package nearside.worker.template;

import nearside.worker.template.Token.Kind;

import java.util.ArrayList;
import java.util.List;

/// Cuts the inside of one `{{ }}` or `{% %}` into tokens, its end included.
final class TagScanner {
    private static final List<String> OPERATORS =
            List.of(
                    "//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[", "]", "(",
                    ")", "{", "}", ">", "<", "=", ".", ":", "|", ",", ";");

    private final String source;
    private final Kind endKind;
    private final String endMark;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line;
    private int open;

    TagScanner(String source, int from, int line, Kind endKind) {
        this.source = source;
        this.at = from;
        this.line = line;
        this.endKind = endKind;
        this.endMark = endKind == Kind.TAG_END ? "%}" : "}}";
    }

    /// Where the tag is over.
    int end() {
        return at;
    }

    List<Token> scan() {
        while (true) {
            skipSpaces();
            if (at >= source.length()) {
                throw fail("expected '" + endMark + "', found the end of the template.");
            }
            if (open == 0 && ends()) {
                emit(endKind, endMark);
                return tokens;
            }
            one(source.charAt(at));
        }
    }

    private boolean ends() {
        char first = source.charAt(at);
        boolean signed = first == '-' || (first == '+' && endKind == Kind.TAG_END);
        int mark = signed ? at + 1 : at;
        if (!source.startsWith(endMark, mark)) {
            return false;
        }
        at = mark + endMark.length();
        return true;
    }

    private void one(char first) {
        if (first == '\'' || first == '"') {
            string(first);
        } else if (first >= '0' && first <= '9') {
            number();
        } else if (Character.isUnicodeIdentifierStart(first) || first == '_') {
            int from = at;
            while (at < source.length() && Character.isUnicodeIdentifierPart(source.charAt(at))) {
                at++;
            }
            emit(Kind.NAME, source.substring(from, at));
        } else {
            operator(first);
        }
    }

    private void string(char quote) {
        int from = at + 1;
        int to = from;
        while (to < source.length() && source.charAt(to) != quote) {
            to += source.charAt(to) == '\\' ? 2 : 1;
        }
        if (to >= source.length()) {
            throw fail("expected the end of a string, found the end of the template.");
        }
        String raw = source.substring(from, to);
        at = to + 1;
        emit(Kind.STRING, Escapes.resolve(raw, line));
        line += (int) raw.chars().filter(c -> c == '\n').count();
    }

    private void number() {
        int from = at;
        digits();
        boolean real = false;
        if (peek(0) == '.' && isDigit(peek(1))) {
            real = true;
            at++;
            digits();
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            int digit = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
            if (isDigit(peek(digit))) {
                real = true;
                at += digit;
                digits();
            }
        }
        String text = source.substring(from, at).replace("_", "");
        emit(real ? Kind.REAL : Kind.WHOLE, text);
    }

    private void digits() {
        while (isDigit(peek(0)) || (peek(0) == '_' && isDigit(peek(1)))) {
            at++;
        }
    }

    private char peek(int ahead) {
        return at + ahead < source.length() ? source.charAt(at + ahead) : '\0';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private void operator(char first) {
        String operator =
                OPERATORS.stream()
                        .filter(candidate -> source.startsWith(candidate, at))
                        .findFirst()
                        .orElseThrow(() -> fail("unexpected character '" + first + "'."));
        switch (operator) {
            case "(", "[", "{" -> open++;
            case ")", "]", "}" -> open--;
            default -> {}
        }
        if (open < 0) {
            throw fail("unexpected '" + operator + "'.");
        }
        at += operator.length();
        emit(Kind.OPERATOR, operator);
    }

    private void skipSpaces() {
        while (at < source.length() && Spaces.is(source.charAt(at))) {
            line += source.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
    }

    private void emit(Kind kind, String text) {
        tokens.add(new Token(kind, text, line));
    }

    private TemplateException fail(String problem) {
        return TemplateException.at(line, problem);
    }
}
