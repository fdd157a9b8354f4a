package nearside.copilot.context.scope;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How much of what was said a question is about, by its words alone.
public enum Scope {
    /// Something that stands somewhere.
    PART,
    /// All of it in outline, such as a summary.
    OVERVIEW,
    /// Each place where something stands, such as how often it does.
    EVERY_MENTION,
    /// Each word of it, such as a translation.
    EVERY_WORD;

    /// Of a longer question the first and the last so many letters: between them stands what it is
    /// about, such as a pasted text.
    private static final int ENDS = 300;

    private static final List<Tongue> TONGUES =
            List.of(English.TONGUE, German.TONGUE, Romance.TONGUE, Ideographs.TONGUE);
    private static final Pattern SENTENCES = Pattern.compile("[.?!。？！\\n;；]+");
    private static final Pattern TLDR = Pattern.compile("\\btl\\s?[;,:]?\\s?dr\\b");

    /// Whether the words of such a question lead to nothing that answers it.
    public boolean leadsNowhere() {
        return switch (this) {
            case PART, EVERY_MENTION -> false;
            case OVERVIEW, EVERY_WORD -> true;
        };
    }

    /// The widest of its sentences.
    public static Scope of(String question) {
        String plain =
                Normalizer.normalize(ends(question), Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT)
                        .replace('’', '\'');
        return Arrays.stream(SENTENCES.split(TLDR.matcher(plain).replaceAll("tldr"), -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .flatMap(sentence -> TONGUES.stream().map(tongue -> tongue.scope(sentence)))
                .max(Comparator.naturalOrder())
                .orElse(PART);
    }

    private static String ends(String question) {
        return question.length() <= 2 * ENDS
                ? question
                : question.substring(0, ENDS) + "\n" + question.substring(question.length() - ENDS);
    }
}
