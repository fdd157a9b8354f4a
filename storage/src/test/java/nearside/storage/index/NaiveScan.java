package nearside.storage.index;

import nearside.storage.search.Term;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says by looking at every text whether a term occurs in it: the rules of the index, written down
/// a second time and without its tokens. A text is a row of units: words, and single letters of
/// runs without spaces.
final class NaiveScan {
    private static final String UNSPACED =
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}ー]";
    private static final String ACCENTS = "[\\u0300-\\u036F\\u200B-\\u200D\\u00AD\\uFE0F]";

    private NaiveScan() {}

    /// @param run the number of the run that it belongs to; a word is a run of one
    private record Unit(String text, int run) {}

    static boolean holds(String text, Term term) {
        List<Unit> all = units(text);
        List<Unit> wanted = units(term.text());
        if (wanted.isEmpty()) {
            return true;
        }
        for (int at = 0; at + wanted.size() <= all.size(); at++) {
            if (fits(all, at, wanted, term.kind())) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(List<Unit> all, int at, List<Unit> wanted, Term.Kind kind) {
        for (int i = 0; i < wanted.size(); i++) {
            boolean last = i == wanted.size() - 1;
            Unit want = wanted.get(i);
            String found = all.get(at + i).text();
            boolean goesOn = last && kind == Term.Kind.BEGINNING && want.text().length() > 1;
            boolean same = goesOn ? found.startsWith(want.text()) : found.equals(want.text());
            if (!same || (!last && sameRun(wanted, i) != sameRun(all, at + i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether a unit and the next are of one run.
    private static boolean sameRun(List<Unit> units, int at) {
        return units.get(at).run() == units.get(at + 1).run();
    }

    private static List<Unit> units(String text) {
        List<Unit> units = new ArrayList<>();
        int run = 0;
        for (String part : folded(text).split("[^\\p{L}\\p{N}\\p{M}]+", 0)) {
            for (String piece :
                    part.split("(?<=%1$s)(?!%1$s)|(?<!%1$s)(?=%1$s)".formatted(UNSPACED), 0)) {
                run++;
                if (piece.matches(UNSPACED + "+")) {
                    for (String letter : piece.split("", 0)) {
                        units.add(new Unit(letter, run));
                    }
                } else if (!piece.isEmpty()) {
                    units.add(new Unit(piece.substring(0, Math.min(64, piece.length())), run));
                }
            }
        }
        return units;
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        for (String letter : text.replaceAll(ACCENTS, "").split("", 0)) {
            boolean stays = letter.matches("[\\p{IsHan}\\p{IsHangul}ぁ-ゖァ-ー]");
            folded.append(stays ? letter : Normalizer.normalize(letter, Normalizer.Form.NFKD));
        }
        return folded.toString()
                .replaceAll(ACCENTS, "")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
    }
}
