package nearside.desktop.writing;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Cuts a text into pieces that can be laid out. JavaFX 26 throws where a line ends inside a node
/// of text that is read from the right, whatever its orientation; between nodes it may end.
public final class Pieces {
    /// The width of what was never laid out: without one it would be wrapped at each letter.
    public static final double UNBOUNDED = 100_000;

    private static final int LONGEST = 24;
    private static final double WIDEST_LETTER = 0.75;

    /// A word with the space behind it.
    private static final Pattern WORD = Pattern.compile("\\S{1," + LONGEST + "}\\s*|\\s+");

    private Pieces() {}

    /// Whether any of it is read from the right.
    public static boolean turns(String text) {
        return text.codePoints()
                .anyMatch(letter -> Side.isFromTheRight(letter) || turnsOthers(letter));
    }

    /// What makes letters behind it be read from the right.
    private static boolean turnsOthers(int letter) {
        return switch (Character.getDirectionality(letter)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE ->
                    true;
            default -> false;
        };
    }

    /// The whole text where nothing turns.
    public static List<String> of(String text) {
        return turns(text)
                ? WORD.matcher(text).results().map(MatchResult::group).toList()
                : List.of(text);
    }

    /// How wide a line is at least, so that it ends between pieces.
    ///
    /// @param size of its letters
    public static double leastWidth(double size) {
        return LONGEST * WIDEST_LETTER * size;
    }
}
