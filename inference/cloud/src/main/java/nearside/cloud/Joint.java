package nearside.cloud;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Puts the continuation of a reply to what was written before: what is said again is left out, and
/// so are a few words that introduce it.
///
/// Spaces are not compared, since models write them anew, and quotes and dashes only by their kind.
/// The text is held back only as long as it may still be a repetition or introduce one.
final class Joint {
    /// How far back a repetition may begin.
    private static final int REACH = 2_000;

    /// A repetition that begins within a word's rest, or after a space, must be longer than one
    /// that begins with the word: `bana` and `na` repeat nothing. One that begins with a sentence,
    /// as it was asked for, may be of any length.
    private static final int SHORT = 3;

    private static final int LONG = 8;

    /// The most characters before a repetition that begins with a sentence; a shorter part of one
    /// may stand there by chance.
    private static final int INTRODUCTION = 160;

    private static final int SENTENCE = 12;

    /// What stands before the words of a list's line.
    private static final Pattern MARK = Pattern.compile("\\s*(?:[-*+•]|\\d+[.)])\\s+");

    private final String tail;
    private final String solid;
    private final int[] words;
    private final int[] sentences;
    private final StringBuilder held = new StringBuilder();
    private boolean joined;

    /// @param written what is there; empty for a new reply
    Joint(String written) {
        tail = written.substring(Math.max(0, written.length() - REACH));
        solid = solid(tail);
        words = places(IntStream.range(0, tail.length()).filter(at -> beginsWord(tail, at)));
        sentences = places(sentences(tail));
        joined = written.isEmpty();
    }

    /// The same places, without the spaces before them.
    private int[] places(IntStream inTail) {
        return inTail.map(at -> solid(tail.substring(0, at)).length()).toArray();
    }

    private static IntStream sentences(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        return IntStream.range(0, text.length())
                .filter(at -> !Character.isWhitespace(text.charAt(at)))
                .filter(at -> breaks.isBoundary(at) || beginsLine(text, at));
    }

    /// Also behind the mark of a list.
    private static boolean beginsLine(String text, int at) {
        int line = text.lastIndexOf('\n', at - 1) + 1;
        String before = text.substring(line, at);
        return before.isBlank() || MARK.matcher(before).matches();
    }

    /// The sentences of which enough stands there to be known again behind an introduction.
    private IntStream longSentences() {
        return Arrays.stream(sentences).filter(from -> solid.length() - from >= SENTENCE);
    }

    /// The part of the text that is new, as far as that is certain.
    String add(String text) {
        if (joined) {
            return text;
        }
        held.append(text);
        boolean waits = mayRepeat() || (repeatedAtOnce().isEmpty() && mayBeIntroduced());
        return waits ? "" : join();
    }

    /// What was held back to the end of the reply.
    String end() {
        return joined ? "" : join();
    }

    /// What was held back to where the connection was cut. What may have become a repetition is
    /// none of it.
    String cut() {
        return joined || mayRepeat() || isIntroduced(LONG) ? "" : join();
    }

    private boolean mayRepeat() {
        String more = solid(held);
        return Arrays.stream(words).anyMatch(from -> solid.startsWith(more, from));
    }

    private boolean mayBeIntroduced() {
        return longSentences().findAny().isPresent()
                && (held.length() < INTRODUCTION || isIntroduced(1));
    }

    /// Whether a sentence is said again up to the end of what is held, with so many characters of
    /// it.
    private boolean isIntroduced(int least) {
        String text = held.toString();
        return introductions(text)
                .mapToObj(at -> solid(text.substring(at)))
                .filter(more -> more.length() >= least)
                .anyMatch(more -> longSentences().anyMatch(from -> solid.startsWith(more, from)));
    }

    private static IntStream introductions(String text) {
        return IntStream.range(1, Math.min(text.length(), INTRODUCTION))
                .filter(at -> beginsWord(text, at));
    }

    private String join() {
        joined = true;
        String text = held.toString();
        OptionalInt from = repeatedAtOnce();
        if (from.isEmpty()) {
            from = repeatedBehindIntroduction(text);
        }
        return from.isPresent() ? spaced(text.substring(from.getAsInt())) : apart(text);
    }

    /// Where a repetition ends with which the text begins.
    private OptionalInt repeatedAtOnce() {
        String text = held.toString();
        String more = solid(text);
        return Arrays.stream(words)
                .filter(from -> repeats(from, more, text))
                .map(from -> behind(text, solid.length() - from))
                .findFirst();
    }

    private OptionalInt repeatedBehindIntroduction(String text) {
        return introductions(text)
                .flatMap(at -> {
                    String more = solid(text.substring(at));
                    return longSentences()
                            .filter(from -> more.startsWith(solid.substring(from)))
                            .map(from -> at + behind(text.substring(at), solid.length() - from))
                            .limit(1);
                })
                .findFirst();
    }

    private static boolean beginsWord(String text, int at) {
        return !Character.isWhitespace(text.charAt(at))
                && (at == 0
                        || !Character.isLetterOrDigit(text.charAt(at - 1))
                        || Character.isIdeographic(text.codePointAt(at)));
    }

    private boolean repeats(int from, String more, String text) {
        String rest = solid.substring(from);
        boolean atOnce = !text.isEmpty() && !Character.isWhitespace(text.charAt(0));
        boolean letters = !rest.codePoints().anyMatch(Character::isIdeographic);
        int least = atOnce && letters ? SHORT : LONG;
        boolean sentence = atOnce && Arrays.binarySearch(sentences, from) >= 0;
        return (sentence || rest.length() >= least) && more.startsWith(rest);
    }

    /// The place behind so many characters that are no spaces.
    private static int behind(String text, int count) {
        int at = 0;
        for (int seen = 0; seen < count; at++) {
            seen += Character.isWhitespace(text.charAt(at)) ? 0 : 1;
        }
        return at;
    }

    /// Without the space that is there already.
    private String spaced(String rest) {
        String space = tail.substring(tail.stripTrailing().length());
        return rest.startsWith(space) ? rest.substring(space.length()) : rest.stripLeading();
    }

    /// A sentence that ended is not glued to the next.
    private String apart(String text) {
        boolean glued =
                !tail.isEmpty()
                        && ".!?:;,".indexOf(tail.charAt(tail.length() - 1)) >= 0
                        && !text.isEmpty()
                        && Character.isLetter(text.charAt(0));
        return glued ? " " + text : text;
    }

    private static String solid(CharSequence text) {
        StringBuilder solid = new StringBuilder();
        text.chars()
                .filter(c -> !Character.isWhitespace(c))
                .forEach(c -> solid.append(plain((char) c)));
        return solid.toString();
    }

    /// A quote or a dash as it stands on every keyboard: models write one for the other.
    private static char plain(char c) {
        return switch (c) {
            case '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』' -> '"';
            case '‘', '’', '‚', '‛' -> '\'';
            case '‐', '‑', '‒', '–', '—', '―' -> '-';
            default -> c;
        };
    }
}
