package nearside.copilot.context.graph;

import nearside.copilot.context.reading.Piece;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.IntStream;

/// Pieces by BM25 alone, each with its header: what hops are measured against.
public final class BestWords implements Ranking {
    @Override
    public Iterator<Pick> of(Graph graph, Piece question) {
        double[] scores = new Relevance(graph, new Asked(graph, question), Set.of()).ofPieces();
        return IntStream.range(0, scores.length)
                .mapToObj(piece -> new Pick(piece, scores[piece]))
                .sorted(Comparator.comparingDouble(Pick::worth).reversed())
                .iterator();
    }
}
