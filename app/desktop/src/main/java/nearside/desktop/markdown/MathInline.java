package nearside.desktop.markdown;

import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

import java.util.Set;

/// Finds formulas in lines: `$…$`, `$$…$$` and `\\(…\\)`. What costs $5 or $10 is none: the first
/// dollar sign has no space behind it, the last one none before it and no digit behind it.
final class MathInline implements InlineContentParser {
    /// A longer one is text.
    private static final int LONGEST = 2_000;

    /// Makes one for each text.
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$', '\\');
        }

        @Override
        public InlineContentParser create() {
            return new MathInline();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        if (scanner.next("\\(")) {
            return upTo("\\)", scanner, start);
        }
        if (scanner.next("$$")) {
            return upTo("$$", scanner, start);
        }
        return scanner.next('$') && !isSpace(scanner.peek())
                ? upTo("$", scanner, start)
                : ParsedInline.none();
    }

    private static ParsedInline upTo(String end, Scanner scanner, Position start) {
        Position inside = scanner.position();
        for (int length = 0; length < LONGEST && scanner.hasNext(); length++) {
            Position here = scanner.position();
            if (isEscape(scanner, end)) {
                scanner.next();
                scanner.next();
            } else if (closes(end, scanner)) {
                String tex = scanner.getSource(inside, here).getContent();
                if (tex.isBlank()) {
                    return ParsedInline.none();
                }
                Position behind = scanner.position();
                String source = scanner.getSource(start, behind).getContent();
                return ParsedInline.of(new MathNode(source, tex.strip()), behind);
            } else {
                scanner.setPosition(here);
                scanner.next();
            }
        }
        return ParsedInline.none();
    }

    /// `\\$` and `\\\\` end nothing.
    private static boolean isEscape(Scanner scanner, String end) {
        Position here = scanner.position();
        boolean escape =
                scanner.next('\\')
                        && (scanner.peek() == '\\'
                                || (end.startsWith("$") && scanner.peek() == '$'));
        scanner.setPosition(here);
        return escape;
    }

    private static boolean closes(String end, Scanner scanner) {
        boolean spaceBefore = isSpace((char) scanner.peekPreviousCodePoint());
        if (!scanner.next(end)) {
            return false;
        }
        boolean digitBehind = scanner.peek() >= '0' && scanner.peek() <= '9';
        return !end.equals("$") || (!spaceBefore && !digitBehind);
    }

    private static boolean isSpace(char c) {
        return c == Scanner.END || Character.isWhitespace(c);
    }
}
