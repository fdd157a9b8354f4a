package nearside.worker.template;

import nearside.worker.template.Token.Kind;

import java.util.ArrayList;
import java.util.List;

/// Cuts a template into tokens; knows Jinja's whitespace rules with `trim_blocks` and
/// `lstrip_blocks` on, as chat templates expect.
final class Lexer {
    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int lineAt;
    private int line = 1;

    private Lexer(String source) {
        this.source = source;
    }

    static List<Token> tokens(String source) {
        String lines = source.replace("\r\n", "\n").replace('\r', '\n');
        if (lines.endsWith("\n")) {
            lines = lines.substring(0, lines.length() - 1);
        }
        return new Lexer(lines).run();
    }

    private List<Token> run() {
        while (at < source.length()) {
            int tag = nextTag(at);
            if (tag < 0) {
                emit(Kind.TEXT, source.substring(at), at);
                at = source.length();
            } else {
                tag(tag);
            }
        }
        emit(Kind.END, "", at);
        return tokens;
    }

    private int nextTag(int from) {
        for (int open = source.indexOf('{', from);
                open >= 0;
                open = source.indexOf('{', open + 1)) {
            if (open + 1 < source.length() && "{%#".indexOf(source.charAt(open + 1)) >= 0) {
                return open;
            }
        }
        return -1;
    }

    private void tag(int open) {
        char kind = source.charAt(open + 1);
        char sign = open + 2 < source.length() ? source.charAt(open + 2) : ' ';
        emitText(textBefore(open, kind, sign));
        at = open + (sign == '-' || sign == '+' ? 3 : 2);
        switch (kind) {
            case '#' -> comment(open);
            case '%' -> block(open);
            default -> inside(open, Kind.PRINT_BEGIN, Kind.PRINT_END);
        }
    }

    /// The text up to a tag, without what the tag strips on its left.
    private String textBefore(int open, char kind, char sign) {
        String text = source.substring(at, open);
        if (sign == '-') {
            return Spaces.stripRight(text);
        }
        if (sign == '+' || kind == '{') {
            return text;
        }
        int line = text.lastIndexOf('\n') + 1;
        boolean startsLine = line > 0 || at == 0 || source.charAt(at - 1) == '\n';
        return startsLine && Spaces.blank(text.substring(line)) ? text.substring(0, line) : text;
    }

    private void comment(int open) {
        int close = source.indexOf("#}", at);
        if (close < 0) {
            throw TemplateException.at(line(open), "expected '#}', found the end of the template.");
        }
        char sign = close > at ? source.charAt(close - 1) : ' ';
        at = close + 2;
        afterTag(sign);
    }

    private void block(int open) {
        int name = Spaces.skip(source, at);
        if (source.startsWith("raw", name) && rawEnds(Spaces.skip(source, name + 3))) {
            raw(Spaces.skip(source, name + 3));
        } else {
            inside(open, Kind.TAG_BEGIN, Kind.TAG_END);
        }
    }

    private boolean rawEnds(int index) {
        return source.startsWith("%}", index) || source.startsWith("-%}", index);
    }

    private void raw(int end) {
        boolean strips = source.charAt(end) == '-';
        int body = strips ? Spaces.skip(source, end + 3) : end + 2;
        for (int open = source.indexOf("{%", body); open >= 0; ) {
            char sign = source.charAt(Math.min(open + 2, source.length() - 1));
            int name = Spaces.skip(source, open + (sign == '-' || sign == '+' ? 3 : 2));
            if (source.startsWith("endraw", name)) {
                at = body;
                emitText(textBefore(open, '%', sign));
                at = name + "endraw".length();
                inside(open, Kind.TAG_BEGIN, Kind.TAG_END);
                tokens.subList(tokens.size() - 2, tokens.size()).clear();
                return;
            }
            open = source.indexOf("{%", open + 2);
        }
        throw TemplateException.at(line(at), "expected 'endraw', found the end of the template.");
    }

    private void inside(int open, Kind begin, Kind end) {
        emit(begin, source.substring(open, open + 2), open);
        TagScanner scanner = new TagScanner(source, at, line(open), end);
        tokens.addAll(scanner.scan());
        at = scanner.end();
        char sign = source.charAt(at - 3);
        if (end == Kind.TAG_END) {
            afterTag(sign);
        } else if (sign == '-') {
            at = Spaces.skip(source, at);
        }
    }

    /// Skips what a block or a comment strips on its right.
    private void afterTag(char sign) {
        if (sign == '-') {
            at = Spaces.skip(source, at);
        } else if (sign != '+' && at < source.length() && source.charAt(at) == '\n') {
            at++;
        }
    }

    private void emitText(String text) {
        if (!text.isEmpty()) {
            emit(Kind.TEXT, text, at);
        }
    }

    private void emit(Kind kind, String text, int index) {
        tokens.add(new Token(kind, text, line(index)));
    }

    /// The line of an index, counted on from the last one asked for.
    private int line(int index) {
        for (; lineAt < index; lineAt++) {
            line += source.charAt(lineAt) == '\n' ? 1 : 0;
        }
        return line;
    }
}
