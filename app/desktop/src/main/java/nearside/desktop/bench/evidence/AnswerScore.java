package nearside.desktop.bench.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How an answer agrees with the expected one, as SQuAD's and HotpotQA's evaluations have it:
/// without case, punctuation and articles.
///
/// @param f1 of the words that both have, from 0 to 1
record AnswerScore(double f1, boolean isExact) {
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{Punct}\\p{IsPunctuation}]");
    private static final Pattern ARTICLES = Pattern.compile("\\b(?:a|an|the)\\b");

    static AnswerScore of(String answer, String expected) {
        List<String> said = words(answer);
        List<String> right = words(expected);
        if (isClosed(said) || isClosed(right) || said.isEmpty() || right.isEmpty()) {
            return new AnswerScore(said.equals(right) ? 1 : 0, said.equals(right));
        }
        List<String> rest = new ArrayList<>(right);
        double common = said.stream().filter(rest::remove).count();
        return new AnswerScore(2 * common / (said.size() + right.size()), said.equals(right));
    }

    /// Such an answer is right or wrong.
    private static boolean isClosed(List<String> words) {
        return words.equals(List.of("yes")) || words.equals(List.of("no"));
    }

    private static List<String> words(String text) {
        String plain = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return Stream.of(ARTICLES.matcher(plain).replaceAll(" ").split("\\s+", -1))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
