package nearside.desktop.markdown;

import java.util.Locale;

/// Makes characters visible that change how others look, and are not seen themselves.
final class Visible {
    private Visible() {}

    /// The same, with the number of each such character in its place.
    static String of(String text) {
        if (text.chars().noneMatch(Visible::hides)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.chars()
                .forEach(c -> {
                    if (hides(c)) {
                        shown.append(String.format(Locale.ROOT, "⟨U+%04X⟩", c));
                    } else {
                        shown.append((char) c);
                    }
                });
        return shown.toString();
    }

    /// Directions of writing, widths of zero, and control characters but for tabs and line breaks.
    private static boolean hides(int c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        boolean direction =
                c == 0x061C
                        || in(c, 0x200B, 0x200F)
                        || in(c, 0x202A, 0x202E)
                        || in(c, 0x2060, 0x2069);
        return control || direction || c == 0xFEFF || c == 0x00AD;
    }

    private static boolean in(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
