package nearside.storage.index;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// How one character is looked for: without case, accents and width.
final class Letter {
    /// Stands between words.
    static final int BREAK = ' ';

    private static final String BETWEEN = " ";
    private static final String NOTHING = "";

    /// Written without spaces between words; Hangul has them, and endings in the same run.
    private static final Set<UnicodeScript> UNSPACED =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.BOPOMOFO,
                    UnicodeScript.HANGUL,
                    UnicodeScript.THAI,
                    UnicodeScript.LAO,
                    UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR);

    private static final int FIRST_UNSPACED = 0x0E00;

    /// Alphabets, worked out once: 8,192 characters.
    private static final String[] FOLDED = new String[0x2000];

    static {
        for (int c = 0; c < FOLDED.length; c++) {
            FOLDED[c] = foldedAnew(c);
        }
    }

    private Letter() {}

    /// Whether it stays what it is: the ideographs, kana and syllables that texts are full of.
    static boolean isPlain(int c) {
        return within(c, 0x4E00, 0x9FFF)
                || within(c, 0x3041, 0x3096)
                || within(c, 0x30A1, 0x30FC)
                || within(c, 0xAC00, 0xD7A3)
                || within(c, 0x3400, 0x4DBF);
    }

    /// What it becomes; nothing for what belongs to the word around it and is not looked for, a
    /// space for what ends words.
    static String folded(int c) {
        return c < FOLDED.length ? FOLDED[c] : foldedAnew(c);
    }

    static boolean isUnspaced(int c) {
        return c >= FIRST_UNSPACED && (isPlain(c) || UNSPACED.contains(UnicodeScript.of(c)));
    }

    private static String foldedAnew(int c) {
        if (isNothing(c)) {
            return NOTHING;
        }
        if (!isPartOfWord(c)) {
            return BETWEEN;
        }
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .codePoints()
                .filter(part -> !isNothing(part) && isPartOfWord(part))
                .forEach(folded::appendCodePoint);
        return caseless(folded.toString());
    }

    /// By way of the capitals, so that ς is σ and ß is ss.
    private static String caseless(String letters) {
        return letters.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /// Accents, and marks that only say how letters join or break.
    private static boolean isNothing(int c) {
        return Character.getType(c) == Character.FORMAT
                || within(c, 0x0300, 0x036F)
                || within(c, 0x1AB0, 0x1AFF)
                || within(c, 0x1DC0, 0x1DFF)
                || within(c, 0x20D0, 0x20FF)
                || c == 0x3099
                || c == 0x309A
                || within(c, 0xFE00, 0xFE2F);
    }

    private static boolean within(int c, int first, int last) {
        return c >= first && c <= last;
    }

    private static boolean isPartOfWord(int c) {
        return switch (Character.getType(c)) {
            case Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> Character.isLetterOrDigit(c);
        };
    }
}
