package nearside.copilot.context;

import nearside.copilot.context.graph.Graph;
import nearside.engine.Prompt.Line;

import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;

/// What pieces of lines take, in tokens, estimated from what their lines take: counting each would
/// ask the tokenizer a thousand times.
final class Costs {
    /// A mark where something is left out, and what rounding loses.
    private static final int MARK = 2;

    private final Cutting cutting;
    private final Graph graph;
    private final int[] ofPieces;
    private final int[] ofLines;

    /// @param tokens of a line, with what the template adds
    Costs(List<Line> lines, Cutting cutting, Graph graph, ToIntFunction<Line> tokens) {
        this.cutting = cutting;
        this.graph = graph;
        ofPieces = new int[graph.pieceCount()];
        ofLines =
                lines.stream()
                        .mapToInt(line -> tokens.applyAsInt(new Line(line.role(), "")))
                        .toArray();
        for (int piece = 0; piece < ofPieces.length; piece++) {
            int line = cutting.lineOf(graph.textOf(piece));
            Line whole = lines.get(line);
            long letters = graph.piece(piece).text().length();
            int own = tokens.applyAsInt(whole) - ofLines[line];
            ofPieces[piece] =
                    (int) Math.ceilDiv(own * letters, whole.text().length())
                            + (letters < whole.text().length() ? MARK : 0);
        }
    }

    /// Of these pieces with their lines.
    int of(BitSet pieces) {
        return pieces.stream().map(it -> ofPieces[it]).sum()
                + pieces.stream()
                        .map(it -> cutting.lineOf(graph.textOf(it)))
                        .distinct()
                        .map(it -> ofLines[it])
                        .sum();
    }

    /// Of one more piece beside these.
    int of(int piece, BitSet others) {
        int line = cutting.lineOf(graph.textOf(piece));
        boolean begun = others.stream().anyMatch(it -> cutting.lineOf(graph.textOf(it)) == line);
        return ofPieces[piece] + (begun ? 0 : ofLines[line]);
    }
}
