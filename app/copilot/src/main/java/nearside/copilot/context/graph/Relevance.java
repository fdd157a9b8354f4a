package nearside.copilot.context.graph;

import nearside.copilot.context.graph.Text.Kind;
import nearside.copilot.context.reading.Piece;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/// How well pieces answer to a question by themselves: by the terms that they and their header
/// share with it, half as much by those of their whole text, and more where the question names
/// their text.
final class Relevance {
    private static final double HALF = 0.5;

    private final Graph graph;
    private final Asked asked;
    private final Set<Integer> named;

    /// @param named texts that the question names
    Relevance(Graph graph, Asked asked, Set<Integer> named) {
        this.graph = graph;
        this.asked = asked;
        this.named = named;
    }

    /// Of each piece by its own terms and those of its header alone.
    double[] ofPieces() {
        return new Bm25(pieceLengths()).scores(asked.terms().stream().map(this::inPieces).toList());
    }

    private double[] ofTexts() {
        return new Bm25(textLengths()).scores(asked.terms().stream().map(this::inTexts).toList());
    }

    /// Of each piece; the best has 1, and 0 is nothing.
    double[] scores() {
        double[] pieces = ofPieces();
        double[] texts = ofTexts();
        for (int piece = 0; piece < pieces.length; piece++) {
            pieces[piece] += HALF * texts[graph.textOf(piece)];
        }
        toOne(pieces);
        for (int piece = 0; piece < pieces.length; piece++) {
            if (named.contains(graph.textOf(piece))) {
                pieces[piece] += HALF * (graph.isFirst(piece) ? 1 : HALF);
            }
        }
        toOne(pieces);
        return pieces;
    }

    private static void toOne(double[] scores) {
        double most = Arrays.stream(scores).max().orElse(0);
        if (most > 0) {
            Arrays.setAll(scores, i -> scores[i] / most);
        }
    }

    /// How often each piece has it.
    private int[] inPieces(String term) {
        int[] counts = new int[graph.pieceCount()];
        graph.terms().visit(term, (piece, count) -> counts[piece] += count);
        graph.headers()
                .visit(
                        term,
                        (text, count) -> {
                            for (int i = graph.begin(text); i < graph.begin(text + 1); i++) {
                                counts[i] += count;
                            }
                        });
        return counts;
    }

    /// How often each text has it.
    private int[] inTexts(String term) {
        int[] counts = new int[graph.textCount()];
        graph.terms().visit(term, (piece, count) -> counts[graph.textOf(piece)] += count);
        graph.headers().visit(term, (text, count) -> counts[text] += count);
        return counts;
    }

    private int[] pieceLengths() {
        return IntStream.range(0, graph.pieceCount())
                .map(it -> ownLength(it) + headerLength(graph.textOf(it)))
                .toArray();
    }

    private int[] textLengths() {
        int[] lengths = IntStream.range(0, graph.textCount()).map(this::headerLength).toArray();
        for (int piece = 0; piece < graph.pieceCount(); piece++) {
            lengths[graph.textOf(piece)] += ownLength(piece);
        }
        return lengths;
    }

    private int ownLength(int piece) {
        return graph.piece(piece).terms().size();
    }

    private int headerLength(int text) {
        Piece header = graph.text(text).header();
        return graph.kind(text) == Kind.DOCUMENT ? header.terms().size() : 0;
    }
}
