package nearside.copilot.context.graph;

import nearside.copilot.context.reading.Piece;

import java.util.Iterator;

/// Goes through the pieces of a graph, those first that help most to answer.
public interface Ranking {
    /// Each piece at most once. What comes later may depend on what came before.
    Iterator<Pick> of(Graph graph, Piece question);

    /// A piece that is next.
    ///
    /// @param worth what it adds to those before; 1 is what the best piece has by itself
    record Pick(int piece, double worth) {}
}
