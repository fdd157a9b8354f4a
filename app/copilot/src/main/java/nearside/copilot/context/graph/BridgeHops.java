package nearside.copilot.context.graph;

import nearside.copilot.context.graph.Text.Kind;
import nearside.copilot.context.reading.Piece;

import java.util.BitSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;

/// Takes the piece that answers best by itself, and follows from each piece that is taken what
/// leads on: the text that it names, names that the question does not have, the first sentence of
/// its own text, the turns beside it. What is reached that way is worth half of what led there and
/// more where it has what the question asks and nothing taken has yet. Half of what a piece is
/// worth by itself counts less, the more of its terms were taken before.
///
/// Hops over names are the idea of GraphRAG (Edge et al., "From Local to Global", 2024) and of
/// HippoRAG (Gutiérrez et al., 2024), without a model that makes the graph.
public final class BridgeHops implements Ranking {
    @Override
    public Iterator<Pick> of(Graph graph, Piece question) {
        return new Walk(graph, question);
    }

    private static final class Walk implements Iterator<Pick> {
        private static final double HALF = 0.5;
        private static final double UNCOVERED = 2;
        private static final int SAME_SPEAKER = 2;

        private final Graph graph;
        private final Asked asked;
        private final Set<Integer> named;
        private final double[] relevance;
        private final double[] reached;
        private final BitSet taken = new BitSet();
        private final int[] takenTerms;

        Walk(Graph graph, Piece question) {
            this.graph = graph;
            asked = new Asked(graph, question);
            named = graph.titles().named(question.words());
            relevance = new Relevance(graph, asked, named).scores();
            reached = new double[relevance.length];
            takenTerms = new int[asked.terms().size()];
        }

        @Override
        public boolean hasNext() {
            return taken.cardinality() < graph.pieceCount();
        }

        @Override
        public Pick next() {
            int best = -1;
            double worth = -1;
            for (int i = taken.nextClearBit(0);
                    i < relevance.length;
                    i = taken.nextClearBit(i + 1)) {
                double it = worth(i);
                if (it > worth) {
                    best = i;
                    worth = it;
                }
            }
            if (best < 0) {
                throw new NoSuchElementException("all pieces are taken");
            }
            take(best, worth);
            return new Pick(best, worth);
        }

        private double worth(int piece) {
            double most = relevance[piece] + reached[piece];
            return relevance[piece] == 0
                    ? most
                    : most - relevance[piece] * HALF * (1 - asked.novelty(piece, takenTerms));
        }

        private void take(int piece, double worth) {
            taken.set(piece);
            for (long rest = asked.has(piece); rest != 0; rest &= rest - 1) {
                takenTerms[Long.numberOfTrailingZeros(rest)]++;
            }
            if (worth > 0) {
                lead(piece, Math.min(1, worth) * HALF, uncovered());
            }
        }

        private long uncovered() {
            long mask = 0;
            for (int term = 0; term < takenTerms.length; term++) {
                mask |= takenTerms[term] == 0 ? 1L << term : 0;
            }
            return mask;
        }

        private void lead(int piece, double half, long uncovered) {
            int text = graph.textOf(piece);
            if (graph.kind(text) == Kind.TURN) {
                leadToNeighbours(text, half);
            } else if (!graph.isFirst(piece)) {
                reach(graph.begin(text), half);
            }
            leadToNamed(piece, half, uncovered);
            for (String name : graph.piece(piece).names()) {
                double each = half / Math.sqrt(graph.names().spread(name));
                leadToOthers(name, text, each, uncovered);
            }
            for (String name : graph.titles().of(text)) {
                leadToOthers(name, text, half, uncovered);
            }
        }

        /// To the texts that are about what the piece names; where it names more than two, each is
        /// worth less.
        private void leadToNamed(int piece, double half, long uncovered) {
            Set<Integer> led = graph.titles().named(graph.piece(piece).words());
            led.remove(graph.textOf(piece));
            led.removeAll(named);
            double each = half / Math.max(1, Math.sqrt(led.size() * HALF));
            for (int text : led) {
                for (int i = graph.begin(text); i < graph.begin(text + 1); i++) {
                    reach(i, each * ((graph.isFirst(i) ? 1 : HALF) + bonus(i, uncovered)));
                }
            }
        }

        /// To what else has a name that the question does not have.
        private void leadToOthers(String name, int text, double worth, long uncovered) {
            if (!asked.names(name)) {
                graph.names()
                        .places(name)
                        .filter(it -> graph.textOf(it) != text)
                        .forEach(it ->
                                reach(
                                        it,
                                        worth
                                                * ((graph.kind(graph.textOf(it)) == Kind.TURN
                                                                ? 1
                                                                : HALF)
                                                        + bonus(it, uncovered))));
            }
        }

        /// Turns beside it are worth half as much; one that begins with a word such as "they" and
        /// what it may speak of, whoever spoke between, as much as any other.
        private void leadToNeighbours(int text, double half) {
            boolean leans = leans(text);
            for (int far = 1; far <= SAME_SPEAKER; far++) {
                leadToNeighbour(text - far, half, leans ? 1 : far == 1 ? HALF : 0);
                boolean next = isTurn(text + far) && leans(text + far);
                leadToNeighbour(text + far, half, next ? 1 : far == 1 ? HALF : 0);
            }
        }

        private void leadToNeighbour(int text, double half, double part) {
            if (part > 0 && isTurn(text)) {
                reachAll(text, half * part);
            }
        }

        private boolean isTurn(int text) {
            return text >= 0 && text < graph.textCount() && graph.kind(text) == Kind.TURN;
        }

        private boolean leans(int text) {
            return graph.begin(text) < graph.begin(text + 1)
                    && graph.piece(graph.begin(text)).leans();
        }

        private void reachAll(int text, double worth) {
            IntStream.range(graph.begin(text), graph.begin(text + 1))
                    .forEach(it -> reach(it, worth));
        }

        private double bonus(int piece, long uncovered) {
            return UNCOVERED * asked.share(piece, uncovered);
        }

        private void reach(int piece, double worth) {
            reached[piece] = Math.max(reached[piece], worth);
        }
    }
}
