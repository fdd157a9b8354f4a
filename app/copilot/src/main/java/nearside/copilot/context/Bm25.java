package nearside.copilot.context;

import nearside.storage.index.Tokens;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// How well texts answer to a question, by the words that they share (Robertson and Zaragoza, "The
/// Probabilistic Relevance Framework: BM25 and Beyond", 2009).
final class Bm25 {
    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.75;

    private final List<Map<String, Integer>> texts;
    private final List<Integer> lengths;
    private final Map<String, Integer> spread = new HashMap<>();
    private final double usualLength;

    Bm25(List<String> all) {
        List<List<String>> terms = all.stream().map(Tokens::of).toList();
        texts = terms.stream().map(Bm25::counted).toList();
        lengths = terms.stream().map(List::size).toList();
        texts.forEach(text -> text.keySet().forEach(term -> spread.merge(term, 1, Integer::sum)));
        usualLength = lengths.stream().mapToInt(it -> it).average().orElse(1);
    }

    private static Map<String, Integer> counted(List<String> terms) {
        Map<String, Integer> counts = new HashMap<>();
        terms.forEach(term -> counts.merge(term, 1, Integer::sum));
        return counts;
    }

    /// The score of each text; zero when nothing is shared.
    double[] scores(String question) {
        Set<String> asked = new HashSet<>(Tokens.of(question));
        return IntStream.range(0, texts.size()).mapToDouble(i -> score(i, asked)).toArray();
    }

    private double score(int index, Set<String> asked) {
        Map<String, Integer> text = texts.get(index);
        double length = 1 - LENGTH + LENGTH * lengths.get(index) / Math.max(1, usualLength);
        double score = 0;
        for (String term : asked) {
            int count = text.getOrDefault(term, 0);
            score += rarity(term) * count * (SATURATION + 1) / (count + SATURATION * length);
        }
        return score;
    }

    /// Never negative, also for words that most texts have.
    private double rarity(String term) {
        int having = spread.getOrDefault(term, 0);
        return Math.log(1 + (texts.size() - having + 0.5) / (having + 0.5));
    }
}
