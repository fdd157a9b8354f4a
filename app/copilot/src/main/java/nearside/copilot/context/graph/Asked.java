package nearside.copilot.context.graph;

import nearside.copilot.context.reading.Piece;

import java.util.Comparator;
import java.util.List;

/// A question as a graph sees it: its terms, each a bit of a mask, and which of them each piece
/// has.
final class Asked {
    /// Of longer questions, those that are in the fewest pieces.
    private static final int MOST = Long.SIZE;

    private final List<String> terms;
    private final double[] rarity;
    private final double wholeRarity;
    private final long[] own;
    private final long[] has;
    private final double[] weight;
    private final String words;

    Asked(Graph graph, Piece question) {
        terms =
                question.terms().stream()
                        .distinct()
                        .filter(it -> graph.terms().spread(it) + graph.headers().spread(it) > 0)
                        .sorted(Comparator.comparingInt(it -> graph.terms().spread(it)))
                        .limit(MOST)
                        .toList();
        rarity =
                terms.stream()
                        .mapToDouble(
                                it -> Bm25.rarity(graph.terms().spread(it), graph.pieceCount()))
                        .toArray();
        double whole = 0;
        own = new long[graph.pieceCount()];
        for (int term = 0; term < terms.size(); term++) {
            long bit = 1L << term;
            graph.terms().visit(terms.get(term), (piece, _) -> own[piece] |= bit);
            whole += rarity[term];
        }
        wholeRarity = whole;
        has = own.clone();
        for (int term = 0; term < terms.size(); term++) {
            long bit = 1L << term;
            graph.headers()
                    .visit(
                            terms.get(term),
                            (text, _) -> {
                                for (int i = graph.begin(text); i < graph.begin(text + 1); i++) {
                                    has[i] |= bit;
                                }
                            });
        }
        weight = new double[has.length];
        for (int piece = 0; piece < has.length; piece++) {
            weight[piece] = rarity(has[piece]);
        }
        words = " " + String.join(" ", question.words()) + " ";
    }

    private double rarity(long mask) {
        double sum = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            sum += rarity[Long.numberOfTrailingZeros(rest)];
        }
        return sum;
    }

    List<String> terms() {
        return terms;
    }

    /// Whether the question itself has that name in it.
    boolean names(String name) {
        return words.contains(" " + name + " ");
    }

    /// The terms of the question that a piece or its header has.
    long has(int piece) {
        return has[piece];
    }

    /// How much of the question a piece itself has of these terms, from 0 to 1.
    double share(int piece, long of) {
        return wholeRarity == 0 ? 0 : rarity(own[piece] & of) / wholeRarity;
    }

    /// How new what a piece has of the question is, from 0 to 1, after each term was taken so
    /// often.
    double novelty(int piece, int[] taken) {
        double sum = 0;
        for (long rest = has[piece]; rest != 0; rest &= rest - 1) {
            int term = Long.numberOfTrailingZeros(rest);
            sum += rarity[term] / (1 + taken[term]);
        }
        return weight[piece] == 0 ? 0 : sum / weight[piece];
    }
}
