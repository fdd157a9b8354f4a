package nearside.worker.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Python's `split`, `rsplit` and `splitlines`.
final class Splitting {
    private Splitting() {}

    static Value split(String text, Given given) {
        long most = most(given);
        return texts(
                given.text("sep")
                        .map(separator -> at(text, separator, most))
                        .orElseGet(() -> atSpaces(text, most)));
    }

    static Value splitFromRight(String text, Given given) {
        String reversed = new StringBuilder(text).reverse().toString();
        long most = most(given);
        List<String> parts =
                given.text("sep")
                        .map(separator -> at(reversed, reverse(separator), most))
                        .orElseGet(() -> atSpaces(reversed, most));
        List<String> forward = new ArrayList<>(parts.stream().map(Splitting::reverse).toList());
        Collections.reverse(forward);
        return texts(forward);
    }

    static Value lines(String text, Given given) {
        boolean keep = given.holds("keepends");
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = from;
            while (end < text.length()
                    && "\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029".indexOf(text.charAt(end))
                            < 0) {
                end++;
            }
            int next = Math.min(text.length(), text.startsWith("\r\n", end) ? end + 2 : end + 1);
            lines.add(text.substring(from, keep ? next : end));
            from = next;
        }
        return texts(lines);
    }

    private static long most(Given given) {
        long most = given.whole("maxsplit", -1);
        return most < 0 ? Long.MAX_VALUE : most;
    }

    private static String reverse(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static List<String> at(String text, String separator, long most) {
        if (separator.isEmpty()) {
            throw new TemplateException("expected a separator to split at, found an empty text.");
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        int at = text.indexOf(separator);
        while (at >= 0 && parts.size() < most) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
            at = text.indexOf(separator, from);
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<String> atSpaces(String text, long most) {
        List<String> parts = new ArrayList<>();
        int from = Spaces.skip(text, 0);
        while (from < text.length() && parts.size() < most) {
            int end = from;
            while (end < text.length() && !Spaces.is(text.charAt(end))) {
                end++;
            }
            parts.add(text.substring(from, end));
            from = Spaces.skip(text, end);
        }
        if (from < text.length()) {
            parts.add(Spaces.stripRight(text.substring(from)));
        }
        return parts;
    }

    private static Value texts(List<String> parts) {
        return new Value.Sequence(parts.stream().map(Value::of).toList());
    }
}
