package nearside.desktop.bench.evidence;

import nearside.copilot.context.Filling;
import nearside.copilot.context.Filling.Kept;
import nearside.copilot.context.Limit;
import nearside.copilot.context.graph.Graph;
import nearside.copilot.context.graph.Ranking;
import nearside.copilot.context.reading.Piece;

import java.util.BitSet;
import java.util.Iterator;

/// What one way of choosing keeps for one question.
///
/// @param evidence the part of the evidence that is kept, from 0 to 1
/// @param tokens that are kept
/// @param untilComplete the part of all tokens after which all evidence is there, taken in order
/// @param nanos that choosing took, in a graph that was made
record Measurement(double evidence, int tokens, double untilComplete, long nanos) {
    boolean isComplete() {
        return evidence == 1;
    }

    /// A question in a graph.
    record Subject(Graph graph, Filling filling, Piece question, BitSet evidence) {}

    static Measurement of(Subject subject, Ranking ranking, Limit limit) {
        long begun = System.nanoTime();
        Kept kept =
                subject.filling.of(
                        ranking.of(subject.graph, subject.question), limit, new BitSet());
        long nanos = System.nanoTime() - begun;
        BitSet found = (BitSet) kept.pieces().clone();
        found.and(subject.evidence);
        double part =
                subject.evidence.isEmpty()
                        ? 1
                        : (double) found.cardinality() / subject.evidence.cardinality();
        return new Measurement(part, kept.tokens(), untilComplete(subject, ranking), nanos);
    }

    private static double untilComplete(Subject subject, Ranking ranking) {
        Iterator<Ranking.Pick> picks = ranking.of(subject.graph, subject.question);
        BitSet missing = (BitSet) subject.evidence.clone();
        BitSet taken = new BitSet();
        while (!missing.isEmpty() && picks.hasNext()) {
            int piece = picks.next().piece();
            taken.set(piece);
            missing.clear(piece);
        }
        return (double) subject.filling.tokens(taken) / subject.filling.whole();
    }
}
