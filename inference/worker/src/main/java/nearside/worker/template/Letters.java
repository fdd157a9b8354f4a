package nearside.worker.template;

import java.util.Locale;

/// Upper and lower case as Python's `title` and `capitalize` set them.
final class Letters {
    private Letters() {}

    static String title(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean inside = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            out.appendCodePoint(
                    inside ? Character.toLowerCase(point) : Character.toTitleCase(point));
            inside = Character.isLetter(point);
        }
        return out.toString();
    }

    static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return Character.toString(Character.toTitleCase(text.codePointAt(0)))
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    /// The `title` filter also keeps what stands after an apostrophe in lower case.
    static String words(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean inside = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            out.appendCodePoint(
                    inside ? Character.toLowerCase(point) : Character.toUpperCase(point));
            inside = !Spaces.is(point) && "-({[<".indexOf(point) < 0;
        }
        return out.toString();
    }
}
