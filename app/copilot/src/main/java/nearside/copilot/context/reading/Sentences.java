package nearside.copilot.context.reading;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Cuts a text where something may be left out: between sentences, between lines of lists, tables
/// and logs, and around blocks of code. The pieces put together are the text. Behind a fence that
/// nothing closes all is prose.
public final class Sentences {
    /// More letters without an end are cut between words: data, not language.
    private static final int LONGEST = 2_000;

    /// No abbreviation is longer.
    private static final int TAIL = 16;

    private static final Pattern ITEM =
            Pattern.compile("[ \\t]*(?:[-*+•]|\\d{1,3}[.)]|\\||#{1,6}|>)");

    /// A time, a level, or brackets, as lines of a log begin.
    private static final Pattern LOG =
            Pattern.compile(
                    "\\[|\\d{4}-\\d\\d|\\d\\d:\\d\\d|(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\\b");

    /// What ends with a full stop that ends no sentence.
    private static final Pattern SHORT =
            Pattern.compile(
                    "(?:^|[\\s(\"“])(?:\\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|No|Nr|Jr|Sr|Fig|Inc|Ltd|Co|vs|etc|approx"
                            + "|ca|cf|e\\.g|i\\.e|z\\. ?B|d\\. ?h|bzw)\\.\\s*$");

    private final String text;
    private final List<String> pieces = new ArrayList<>();
    private int from;
    private boolean fences = true;

    private Sentences(String text) {
        this.text = text;
    }

    /// In their order, none empty.
    public static List<String> of(String text) {
        Sentences sentences = new Sentences(text);
        sentences.cut();
        return List.copyOf(sentences.pieces);
    }

    private void cut() {
        int at = 0;
        boolean afterBlank = false;
        while (at < text.length()) {
            int end = Fence.lineEnd(text, at);
            Optional<Fence> code = code(at);
            boolean alone = code.isPresent() || standsAlone(at, end);
            boolean blank = isBlank(at, end);
            if (alone || (afterBlank && !blank)) {
                prose(at);
            }
            at = code.map(Fence::end).orElse(end);
            if (alone) {
                add(text.substring(from, at), code.isPresent());
                from = at;
            }
            afterBlank = blank;
        }
        prose(text.length());
    }

    private Optional<Fence> code(int line) {
        if (!fences || !Fence.opens(text, line)) {
            return Optional.empty();
        }
        Optional<Fence> code = Fence.at(text, line);
        fences = code.isPresent();
        return code;
    }

    /// Whether a line is one of a log.
    public static boolean isLog(String line) {
        return LOG.matcher(line).lookingAt();
    }

    private boolean standsAlone(int line, int end) {
        return ITEM.matcher(text).region(line, end).lookingAt()
                || LOG.matcher(text).region(line, end).lookingAt();
    }

    private boolean isBlank(int line, int end) {
        int at = line;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == end;
    }

    /// What was read since the last piece, up to there. Spaces at its end go with its last
    /// sentence.
    private void prose(int to) {
        String all = text.substring(from, to);
        from = to;
        String words = all.stripTrailing();
        String behind = all.substring(words.length());
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
        ends.setText(words);
        int begin = 0;
        int before = 0;
        for (int end = ends.first(); end != BreakIterator.DONE; end = ends.next()) {
            if (end > begin && end < words.length() && isEnd(words, before, end, end - begin)) {
                add(words.substring(begin, end), false);
                begin = end;
            }
            before = end;
        }
        add(words.substring(begin) + behind, false);
    }

    /// A number or a small letter goes on with what was said: units stay with their numbers.
    ///
    /// @param before where the iterator was before
    private static boolean isEnd(String words, int before, int end, int length) {
        int next = words.codePointAt(end);
        boolean goesOn =
                Character.isLowerCase(next)
                        || (Character.isDigit(next) && !words.substring(before, end).contains("\n"))
                        || SHORT.matcher(words).region(Math.max(before, end - TAIL), end).find();
        return !goesOn || length > LONGEST;
    }

    private void add(String piece, boolean whole) {
        int begin = 0;
        while (!whole && piece.length() - begin > LONGEST) {
            int space = piece.lastIndexOf(' ', begin + LONGEST);
            int end = space > begin ? space + 1 : begin + LONGEST;
            pieces.add(piece.substring(begin, end));
            begin = end;
        }
        String rest = piece.substring(begin);
        if (rest.isBlank() && !pieces.isEmpty()) {
            pieces.add(pieces.removeLast() + rest);
        } else if (!rest.isEmpty()) {
            pieces.add(rest);
        }
    }
}
