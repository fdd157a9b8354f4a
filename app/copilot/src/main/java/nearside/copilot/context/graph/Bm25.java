package nearside.copilot.context.graph;

import java.util.Arrays;
import java.util.List;

/// How well places answer to a question, by the terms that they share (Robertson and Zaragoza, "The
/// Probabilistic Relevance Framework: BM25 and Beyond", 2009).
final class Bm25 {
    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.75;

    private final int[] lengths;
    private final double usualLength;

    /// @param lengths of the places, in terms
    Bm25(int[] lengths) {
        this.lengths = lengths;
        usualLength = Math.max(1, Arrays.stream(lengths).average().orElse(1));
    }

    /// Never negative, also for terms that most places have.
    static double rarity(int having, int all) {
        return Math.log(1 + (all - having + 0.5) / (having + 0.5));
    }

    /// The score of each place; zero when nothing is shared.
    ///
    /// @param counts for each term, how often each place has it
    double[] scores(List<int[]> counts) {
        double[] scores = new double[lengths.length];
        for (int[] term : counts) {
            int having = (int) Arrays.stream(term).filter(it -> it > 0).count();
            double rarity = rarity(having, lengths.length);
            for (int place = 0; place < scores.length; place++) {
                scores[place] += rarity * saturated(term[place], lengths[place]);
            }
        }
        return scores;
    }

    private double saturated(int count, int length) {
        double norm = 1 - LENGTH + LENGTH * length / usualLength;
        return count * (SATURATION + 1) / (count + SATURATION * norm);
    }
}
