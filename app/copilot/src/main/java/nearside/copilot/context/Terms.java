package nearside.copilot.context;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The words of a text as they are compared: folded, without accents; Han, Kana and Hangul as pairs
/// of letters, since no space says where a word ends.
final class Terms {
    private static final Pattern WORD =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]+|[\\p{L}\\p{N}_]+");

    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    private Terms() {}

    static List<String> of(String text) {
        String folded =
                ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        String whole = Normalizer.normalize(folded, Normalizer.Form.NFC);
        List<String> terms = new ArrayList<>();
        WORD.matcher(whole).results().map(MatchResult::group).forEach(word -> add(word, terms));
        return terms;
    }

    private static void add(String word, List<String> terms) {
        int[] letters = word.codePoints().toArray();
        if (!isRunning(letters[0]) || letters.length == 1) {
            terms.add(word);
            return;
        }
        for (int i = 0; i + 1 < letters.length; i++) {
            terms.add(new String(letters, i, 2));
        }
    }

    private static boolean isRunning(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
