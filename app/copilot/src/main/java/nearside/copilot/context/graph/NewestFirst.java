package nearside.copilot.context.graph;

import nearside.copilot.context.reading.Piece;

import java.util.Iterator;
import java.util.stream.IntStream;

/// Pieces from the last one back, whatever is asked: what most programs do.
public final class NewestFirst implements Ranking {
    @Override
    public Iterator<Pick> of(Graph graph, Piece question) {
        int last = graph.pieceCount() - 1;
        return IntStream.rangeClosed(0, last).mapToObj(i -> new Pick(last - i, 1)).iterator();
    }
}
