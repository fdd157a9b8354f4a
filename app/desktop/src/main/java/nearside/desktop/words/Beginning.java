package nearside.desktop.words;

import java.util.regex.Pattern;

/// The first words of a text, in one line.
public final class Beginning {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Beginning() {}

    /// As much of it as has room.
    ///
    /// @param most so many letters; what is longer ends with a sign for that
    public static String of(String text, int most) {
        String line = SPACE.matcher(text.strip()).replaceAll(" ");
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most)) + "…";
    }
}
