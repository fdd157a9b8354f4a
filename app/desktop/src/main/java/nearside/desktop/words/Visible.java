package nearside.desktop.words;

import java.util.stream.Collectors;

/// Makes characters visible that change how others look, or what a terminal does, and are not seen
/// themselves.
public final class Visible {
    private Visible() {}

    /// The same, with the number of each such character in its place.
    public static String of(String text) {
        return text.codePoints().noneMatch(Visible::hides)
                ? text
                : text.codePoints().mapToObj(Visible::shown).collect(Collectors.joining());
    }

    /// The same for what only changes the direction of other letters: it has no place in what
    /// people read, and languages that are read from the right do without it.
    public static String ofDirections(String text) {
        return text.codePoints().noneMatch(Visible::turnsOthers)
                ? text
                : text.codePoints()
                        .mapToObj(letter ->
                                turnsOthers(letter) ? shown(letter) : Character.toString(letter))
                        .collect(Collectors.joining());
    }

    private static boolean turnsOthers(int letter) {
        return switch (Character.getDirectionality(letter)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE ->
                    true;
            default -> false;
        };
    }

    private static String shown(int letter) {
        return hides(letter) ? "⟨U+%04X⟩".formatted(letter) : Character.toString(letter);
    }

    /// Directions of writing, widths of zero, tags, halves of characters, and control characters
    /// but for tabs and line breaks.
    private static boolean hides(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL -> letter != '\n' && letter != '\t';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
