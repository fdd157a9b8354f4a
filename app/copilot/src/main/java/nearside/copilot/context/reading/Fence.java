package nearside.copilot.context.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A block between fences in a text, as Markdown has them, by its places: the first line, what
/// stands between, and the last line.
///
/// @param begin of the first line
/// @param inside behind the first line
/// @param close where the last line begins
/// @param end behind the last line
public record Fence(int begin, int inside, int close, int end) {
    private static final Pattern OPENING = Pattern.compile(" {0,3}(`{3,}|~{3,})[^\\n`]*");

    /// Whether a line opens a block.
    ///
    /// @param line where it begins
    public static boolean opens(String text, int line) {
        return opening(text, line).lookingAt();
    }

    /// The block that a line opens; empty where it does not, or where no line closes it.
    ///
    /// @param line where it begins
    public static Optional<Fence> at(String text, int line) {
        Matcher opening = opening(text, line);
        if (!opening.lookingAt()) {
            return Optional.empty();
        }
        String marks = opening.group(1);
        int inside = lineEnd(text, line);
        for (int at = inside; at < text.length(); at = lineEnd(text, at)) {
            if (closes(text, at, marks)) {
                return Optional.of(new Fence(line, inside, at, lineEnd(text, at)));
            }
        }
        return Optional.empty();
    }

    private static Matcher opening(String text, int line) {
        return OPENING.matcher(text).region(line, lineEnd(text, line));
    }

    /// As many of the same marks or more, and nothing else.
    private static boolean closes(String text, int line, String marks) {
        int end = lineEnd(text, line);
        int at = line;
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        int from = at;
        while (at < end && text.charAt(at) == marks.charAt(0)) {
            at++;
        }
        return at - from >= marks.length() && text.substring(at, end).isBlank();
    }

    /// Behind the line break that ends a line.
    static int lineEnd(String text, int line) {
        int end = text.indexOf('\n', line);
        return end < 0 ? text.length() : end + 1;
    }
}
