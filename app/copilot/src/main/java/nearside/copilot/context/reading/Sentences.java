package nearside.copilot.context.reading;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Cuts a text where something may be left out: between sentences, between lines of lists, tables
/// and logs, and around blocks of code. The pieces put together are the text.
public final class Sentences {
    /// More letters without an end are cut between words: data, not language.
    private static final int LONGEST = 2_000;

    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,}).*", Pattern.DOTALL);
    private static final Pattern ITEM =
            Pattern.compile("^\\s*(?:[-*+•]|\\d{1,3}[.)]|\\||#{1,6}|>)\\s?.*", Pattern.DOTALL);

    /// A time, a level, or brackets, as lines of a log begin.
    private static final Pattern LOG =
            Pattern.compile(
                    "^(?:\\[|\\d{4}-\\d\\d|\\d\\d:\\d\\d|(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\\b).*",
                    Pattern.DOTALL);

    /// What ends with a full stop that ends no sentence.
    private static final Pattern SHORT =
            Pattern.compile(
                    "(?:^|.*[\\s(\"“])(?:\\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|No|Nr|Jr|Sr|Fig|Inc|Ltd|Co|vs|etc|approx"
                            + "|ca|cf|e\\.g|i\\.e|z\\. ?B|d\\. ?h|bzw)\\.\\s*",
                    Pattern.DOTALL);

    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder prose = new StringBuilder();

    private Sentences() {}

    /// In their order, none empty.
    public static List<String> of(String text) {
        Sentences sentences = new Sentences();
        sentences.lines(LINE.matcher(text).results().map(it -> it.group()).toList());
        return List.copyOf(sentences.pieces);
    }

    private void lines(List<String> lines) {
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            int end = FENCE.matcher(line).matches() ? codeEnd(lines, at) : at + 1;
            if (end > at + 1) {
                endProse();
                pieces.add(String.join("", lines.subList(at, end)));
            } else if (ITEM.matcher(line).matches() || LOG.matcher(line).matches()) {
                endProse();
                add(line);
            } else {
                prose.append(line);
                if (line.isBlank()) {
                    endProse();
                }
            }
            at = end;
        }
        endProse();
    }

    /// Behind the line that closes the fence; the next line where none does.
    private static int codeEnd(List<String> lines, int from) {
        String fence = FENCE.matcher(lines.get(from)).replaceFirst("$1").strip();
        for (int i = from + 1; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(fence)) {
                return i + 1;
            }
        }
        return from + 1;
    }

    private void endProse() {
        String text = prose.toString();
        prose.setLength(0);
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
        ends.setText(text);
        int from = 0;
        for (int end = ends.first(); end != BreakIterator.DONE; end = ends.next()) {
            if (end > from && isEnd(text, from, end)) {
                add(text.substring(from, end));
                from = end;
            }
        }
        if (from < text.length()) {
            add(text.substring(from));
        }
    }

    /// A number or a small letter goes on with what was said: units stay with their numbers.
    private static boolean isEnd(String text, int from, int end) {
        if (end == text.length()) {
            return true;
        }
        int next = text.codePointAt(end);
        return !Character.isLowerCase(next)
                && !(Character.isDigit(next) && !text.substring(from, end).contains("\n"))
                && !SHORT.matcher(text.substring(from, end)).matches();
    }

    private void add(String piece) {
        int from = 0;
        while (piece.length() - from > LONGEST) {
            int space = piece.lastIndexOf(' ', from + LONGEST);
            int end = space > from ? space + 1 : from + LONGEST;
            pieces.add(piece.substring(from, end));
            from = end;
        }
        if (piece.isBlank() && !pieces.isEmpty()) {
            pieces.add(pieces.removeLast() + piece);
        } else if (from < piece.length()) {
            pieces.add(piece.substring(from));
        }
    }
}
