package nearside.desktop.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A value in GLib's text notation.
public record Value(String text) {
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(u[0-9a-f]{4}|U[0-9a-f]{8}|.)", Pattern.DOTALL);

    /// A text as it is written in a value.
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.chars().forEach(c -> append(quoted, (char) c));
        return quoted.append('\'').toString();
    }

    private static void append(StringBuilder quoted, char c) {
        if (c == '\'' || c == '\\') {
            quoted.append('\\').append(c);
        } else if (c < ' ' || c == '\u007f') {
            quoted.append("\\u%04x".formatted((int) c));
        } else {
            quoted.append(c);
        }
    }

    /// The parts of a tuple or an array, without quotes where they are plain texts.
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        Reading reading = new Reading();
        for (char c : text.substring(1, text.length() - 1).toCharArray()) {
            if (reading.isBetween(c)) {
                parts.add(plain(part.toString().strip()));
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (!part.toString().isBlank()) {
            parts.add(plain(part.toString().strip()));
        }
        return List.copyOf(parts);
    }

    /// Where in nested values and texts one is.
    private static final class Reading {
        private int depth;
        private char quote;
        private boolean escaped;

        /// Whether that is the comma behind a part.
        boolean isBetween(char c) {
            if (escaped) {
                escaped = false;
            } else if (quote != 0) {
                escaped = c == '\\';
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if ("([{<".indexOf(c) >= 0) {
                depth++;
            } else if (")]}>".indexOf(c) >= 0) {
                depth--;
            } else {
                return c == ',' && depth == 0;
            }
            return false;
        }
    }

    private static String meant(String escape) {
        return switch (escape.charAt(1)) {
            case 'u', 'U' -> Character.toString(Integer.parseInt(escape.substring(2), 16));
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'a' -> "\u0007";
            case 'v' -> "\u000b";
            default -> escape.substring(1);
        };
    }

    private static String plain(String part) {
        boolean quoted =
                part.length() > 1
                        && (part.charAt(0) == '\'' || part.charAt(0) == '"')
                        && part.charAt(part.length() - 1) == part.charAt(0);
        return quoted
                ? ESCAPE.matcher(part.substring(1, part.length() - 1))
                        .replaceAll(found -> Matcher.quoteReplacement(meant(found.group())))
                : part.replaceFirst("^(u?int(16|32|64)|byte|objectpath) ", "");
    }
}
