package nearside.storage.text;

import java.util.function.IntPredicate;

/// The title of a conversation, made from the first words of its first question.
public final class Title {
    static final int LONGEST = 60;

    /// A last word longer than this is no reason to end early: the text has no spaces, or is an
    /// address, and is cut inside.
    private static final int SHORTEST = 20;

    private static final String CUT = "…";

    private Title() {}

    /// At most [#LONGEST] characters of the first line that shows anything, cut between words where
    /// there are words; empty when no line shows anything.
    public static String of(String question) {
        return question.lines()
                .map(Title::plain)
                .filter(line -> !line.isEmpty())
                .map(Title::cut)
                .findFirst()
                .orElse("");
    }

    private static String plain(String line) {
        StringBuilder shown = new StringBuilder(line.length());
        line.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
                .filter(((IntPredicate) Title::hidden).negate())
                .forEach(shown::appendCodePoint);
        return WellFormed.of(shown.toString()).strip().replaceAll(" {2,}", " ");
    }

    /// Controls, and the marks that turn, hide or reorder what follows. Joiners stay: they are part
    /// of words and of emoji.
    private static boolean hidden(int c) {
        boolean joiner = c == 0x200C || c == 0x200D;
        int type = Character.getType(c);
        return !joiner && (type == Character.CONTROL || type == Character.FORMAT);
    }

    private static String cut(String line) {
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        int end = line.offsetByCodePoints(0, LONGEST - CUT.length());
        int space = line.lastIndexOf(' ', end);
        return line.substring(0, space >= SHORTEST ? space : end).strip() + CUT;
    }
}
