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
