package nearside.worker.template;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// A moment as C's `strftime` writes it in English: what `strftime_now` gives a template.
final class Dates {
    /// Directives and what they are called in [DateTimeFormatter].
    private static final Map<Character, String> PATTERNS =
            Map.ofEntries(
                    Map.entry('a', "EEE"),
                    Map.entry('A', "EEEE"),
                    Map.entry('b', "MMM"),
                    Map.entry('B', "MMMM"),
                    Map.entry('d', "dd"),
                    Map.entry('D', "MM/dd/uu"),
                    Map.entry('e', "ppd"),
                    Map.entry('f', "SSSSSS"),
                    Map.entry('F', "uuuu-MM-dd"),
                    Map.entry('h', "MMM"),
                    Map.entry('H', "HH"),
                    Map.entry('I', "hh"),
                    Map.entry('j', "DDD"),
                    Map.entry('m', "MM"),
                    Map.entry('M', "mm"),
                    Map.entry('p', "a"),
                    Map.entry('R', "HH:mm"),
                    Map.entry('S', "ss"),
                    Map.entry('T', "HH:mm:ss"),
                    Map.entry('y', "uu"),
                    Map.entry('Y', "uuuu"),
                    Map.entry('%', "'%'"));

    /// Those that `%-` writes without zeros before them.
    private static final String NUMBERS = "dHIjmMS";

    private Dates() {}

    static String format(String format, LocalDateTime moment) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            if (format.charAt(at) != '%') {
                out.append(format.charAt(at));
                at++;
            } else {
                int length = format.startsWith("-", at + 1) ? 3 : 2;
                String directive = format.substring(at, Math.min(at + length, format.length()));
                out.append(moment.format(formatter(directive)));
                at += length;
            }
        }
        return out.toString();
    }

    private static DateTimeFormatter formatter(String directive) {
        char kind = directive.charAt(directive.length() - 1);
        String pattern = PATTERNS.get(kind);
        boolean bare = directive.length() == 3;
        if (pattern == null || directive.length() == 1 || (bare && NUMBERS.indexOf(kind) < 0)) {
            throw new TemplateException("'" + directive + "' in a date is not supported here.");
        }
        return DateTimeFormatter.ofPattern(bare ? pattern.substring(0, 1) : pattern, Locale.US);
    }
}
