package nearside.copilot.context.graph;

import nearside.copilot.context.graph.Communities.Community;
import nearside.copilot.context.reading.Fence;
import nearside.copilot.context.reading.Piece;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Takes the pieces that stand for all: one of each community, the heaviest community first, then
/// more of those that weigh more than what was taken of them. Of a community it takes what shares
/// most with the others of it, and after that what shares most that was not taken. What belongs
/// nowhere comes last, from the beginning.
///
/// Communities of a graph as a summary of a text are the idea of GraphRAG (Edge et al., "From Local
/// to Global", 2024), without a model that makes the graph or tells what a community is about.
public final class Overview implements Ranking {
    @Override
    public Iterator<Pick> of(Graph graph, Piece question) {
        return new Communities(graph).overview();
    }

    static final class Rounds implements Iterator<Pick> {
        private final PriorityQueue<Telling> communities =
                new PriorityQueue<>(
                        Comparator.comparing(Telling::isHeard)
                                .thenComparingDouble(it -> -it.claim())
                                .thenComparingInt(Telling::first));
        private final Deque<Integer> others = new ArrayDeque<>();

        Rounds(Graph graph, Ties ties, List<Community> all) {
            for (Community community : all) {
                if (community.isShared()) {
                    communities.add(new Telling(graph, ties, community));
                } else {
                    others.addAll(community.pieces());
                }
            }
        }

        @Override
        public boolean hasNext() {
            return !communities.isEmpty() || !others.isEmpty();
        }

        @Override
        public Pick next() {
            Telling next = communities.poll();
            if (next == null) {
                return new Pick(others.removeFirst(), 0);
            }
            int piece = next.take();
            if (next.hasMore()) {
                communities.add(next);
            }
            return new Pick(piece, 1);
        }
    }

    /// What of a community tells most of it.
    private static final class Telling {
        /// Shorter pieces are not worth more for it.
        private static final int SHORT = 8;

        private final Graph graph;
        private final Ties ties;
        private final Community community;
        private final Map<String, Double> worth = new HashMap<>();
        private final PriorityQueue<Scored> left =
                new PriorityQueue<>(
                        Comparator.<Scored>comparingDouble(it -> -it.score())
                                .thenComparingInt(Scored::piece));
        private int taken;

        /// What a piece was worth when it was looked at last; it is never worth more later.
        private record Scored(int piece, double score) {}

        Telling(Graph graph, Ties ties, Community community) {
            this.graph = graph;
            this.ties = ties;
            this.community = community;
            Map<String, Integer> counts = new HashMap<>();
            for (int piece : community.pieces()) {
                ties.telling(piece).forEach(term -> counts.merge(term, 1, Integer::sum));
            }
            counts.forEach((term, count) -> worth.put(term, (count - 1) * rarity(term)));
            community.pieces().forEach(piece -> left.add(scored(piece)));
        }

        private double rarity(String term) {
            return Bm25.rarity(graph.terms().spread(term), graph.pieceCount());
        }

        boolean isHeard() {
            return taken > 0;
        }

        /// What it weighs beside what was taken of it.
        double claim() {
            return community.weight() / (taken + 1);
        }

        int first() {
            return community.pieces().getFirst();
        }

        boolean hasMore() {
            return !left.isEmpty();
        }

        int take() {
            Scored best = scored(left.remove().piece());
            while (!left.isEmpty() && left.comparator().compare(left.element(), best) < 0) {
                left.add(best);
                best = scored(left.remove().piece());
            }
            ties.telling(best.piece())
                    .forEach(term -> worth.computeIfPresent(term, (_, it) -> it / 2));
            taken++;
            return best.piece();
        }

        private Scored scored(int piece) {
            Piece read = graph.piece(piece);
            double sum = 0;
            for (String term : ties.telling(piece)) {
                sum += worth.getOrDefault(term, 0.0);
            }
            return new Scored(
                    piece,
                    Fence.opens(read.text(), 0)
                            ? -1
                            : sum / Math.sqrt(Math.max(SHORT, read.words().size())));
        }
    }
}
