package nearside.desktop.switcher;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// How well a title answers to what is typed: every word of it must stand in the title, at the
/// beginning, at the beginning of a word, or anywhere.
final class Matching {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int AT_WORD = 1;
    private static final int ANYWHERE = 2;

    private Matching() {}

    /// Less is better; empty for none.
    static OptionalInt rank(String title, String typed) {
        String where = title.toLowerCase(Locale.ROOT);
        int sum = 0;
        for (String word : SPACE.split(typed.strip().toLowerCase(Locale.ROOT), -1)) {
            int at = where.indexOf(word);
            if (at < 0) {
                return OptionalInt.empty();
            }
            sum += at == 0 ? 0 : isAtWord(where, word) ? AT_WORD : ANYWHERE;
        }
        return OptionalInt.of(sum);
    }

    private static boolean isAtWord(String where, String word) {
        for (int at = where.indexOf(word); at >= 0; at = where.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(where.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
