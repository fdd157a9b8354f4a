package nearside.copilot.context.reading;

import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns folded words into terms. Stems are English ones for every language: question and text are
/// cut alike, which is all that counts. For one thread.
final class Terms {
    /// So many stems are remembered; a long text has some thousand words.
    private static final int REMEMBERED = 1 << 15;

    private final SnowballStemmer stemmer = new SnowballStemmer(ALGORITHM.ENGLISH);
    private final Map<String, String> stems = new HashMap<>();

    List<String> of(List<String> words) {
        return words.stream().filter(word -> !FunctionWords.has(word)).map(this::stem).toList();
    }

    private String stem(String word) {
        if (stems.size() >= REMEMBERED) {
            stems.clear();
        }
        return stems.computeIfAbsent(word, it -> stemmer.stem(it).toString());
    }
}
