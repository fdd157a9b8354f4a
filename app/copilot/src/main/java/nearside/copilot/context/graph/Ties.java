package nearside.copilot.context.graph;

import nearside.copilot.context.reading.Piece;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What ties pieces to one another, as a network: the rare terms and names that they share, and
/// that they stand side by side. Each tie stands in the rows of both of its pieces; the row of
/// piece `p` is `to[begins[p]]` to `to[begins[p + 1] - 1]`, in order.
final class Ties {
    /// A term ties a piece to so many before it and after it that have it too: with all of them, a
    /// term of a thousand pieces would make a million ties.
    private static final int EACH_WAY = 3;

    /// What more pieces than such a part have says nothing of what one of them is about.
    private static final int COMMON = 20;

    /// As many may have it in any case.
    private static final int FEW = 8;

    private static final double BESIDE = 0.5;
    private static final double LEANING = 4;

    private final Graph graph;
    private final int mostSpread;
    private final double[] row;
    private final int[] touched;
    private int touchedCount;
    private final List<List<String>> telling = new ArrayList<>();

    private final long[] begins;
    private int[] to = new int[1 << 12];
    private double[] weights = new double[1 << 12];

    Ties(Graph graph) {
        this.graph = graph;
        int pieces = graph.pieceCount();
        mostSpread = Math.max(FEW, pieces / COMMON);
        row = new double[pieces];
        touched = new int[pieces];
        begins = new long[pieces + 1];
        for (int piece = 0; piece < pieces; piece++) {
            fill(piece);
            close(piece);
        }
    }

    /// The terms of a piece that tell what it is about, each once.
    List<String> telling(int piece) {
        return telling.get(piece);
    }

    /// Whether others have it, and not too many.
    private boolean tells(int spread) {
        return spread > 1 && spread <= mostSpread;
    }

    long[] begins() {
        return begins.clone();
    }

    int[] to() {
        return Arrays.copyOf(to, end());
    }

    double[] weights() {
        return Arrays.copyOf(weights, end());
    }

    private int end() {
        return (int) begins[graph.pieceCount()];
    }

    private void fill(int piece) {
        Piece read = graph.piece(piece);
        List<String> terms =
                read.terms().stream()
                        .distinct()
                        .filter(term -> tells(graph.terms().spread(term)))
                        .toList();
        telling.add(terms);
        share(piece, graph.terms(), terms);
        share(piece, graph.names(), read.names());
        beside(piece - 1, piece, piece);
        beside(piece, piece + 1, piece);
    }

    /// What a piece shares by a term is as much as the term is rare, however many have it.
    private void share(int piece, Postings postings, List<String> words) {
        for (String word : words) {
            int spread = postings.spread(word);
            if (tells(spread)) {
                double weight =
                        Bm25.rarity(spread, graph.pieceCount())
                                / Math.min(spread - 1, 2 * EACH_WAY);
                postings.visitNear(word, piece, EACH_WAY, (other, _) -> tie(other, weight));
            }
        }
    }

    /// Two pieces of one text, one behind the other; the second more so where it begins with a word
    /// such as "it".
    private void beside(int first, int second, int piece) {
        if (first >= 0
                && second < graph.pieceCount()
                && graph.textOf(first) == graph.textOf(second)) {
            tie(first == piece ? second : first, graph.piece(second).leans() ? LEANING : BESIDE);
        }
    }

    private void tie(int other, double weight) {
        if (row[other] == 0) {
            touched[touchedCount++] = other;
        }
        row[other] += weight;
    }

    private void close(int piece) {
        int end = (int) begins[piece];
        if (end + touchedCount > to.length) {
            to = Arrays.copyOf(to, Math.max(2 * to.length, end + touchedCount));
            weights = Arrays.copyOf(weights, to.length);
        }
        Arrays.sort(touched, 0, touchedCount);
        for (int i = 0; i < touchedCount; i++) {
            to[end] = touched[i];
            weights[end] = row[touched[i]];
            row[touched[i]] = 0;
            end++;
        }
        touchedCount = 0;
        begins[piece + 1] = end;
    }
}
