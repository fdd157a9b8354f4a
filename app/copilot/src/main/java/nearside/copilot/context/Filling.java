package nearside.copilot.context;

import nearside.copilot.context.graph.Graph;
import nearside.copilot.context.graph.Ranking.Pick;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Takes pieces as long as there is room, and as long as they add enough.
public final class Filling {
    /// After so many pieces in a row that are too long none is looked for any more.
    private static final int TOO_LONG = 64;

    private static final int UNKNOWN = -1;

    private final Graph graph;
    private final ToIntFunction<String> tokens;
    private final int[] ofPieces;
    private final int[] ofHeaders;

    /// What stays.
    ///
    /// @param texts of which something stays, in the order in which they were first taken
    /// @param tokens of all that stays, one header for each text
    public record Kept(BitSet pieces, List<Integer> texts, int tokens) {
        public Kept {
            texts = List.copyOf(texts);
        }
    }

    /// One for a graph.
    ///
    /// @param tokens of a header or a piece
    public Filling(Graph graph, ToIntFunction<String> tokens) {
        this.graph = graph;
        this.tokens = tokens;
        ofPieces = new int[graph.pieceCount()];
        ofHeaders = new int[graph.textCount()];
        Arrays.fill(ofPieces, UNKNOWN);
        Arrays.fill(ofHeaders, UNKNOWN);
    }

    /// Of all pieces with all headers.
    public int whole() {
        BitSet all = new BitSet();
        all.set(0, graph.pieceCount());
        return tokens(all);
    }

    /// Of these pieces, each text with its header.
    public int tokens(BitSet pieces) {
        return pieces.stream().map(this::piece).sum()
                + pieces.stream().map(graph::textOf).distinct().map(this::header).sum();
    }

    /// Takes pieces in their order; what is too long for what is left is passed over.
    ///
    /// @param always pieces that stay whatever they take
    public Kept of(Iterator<Pick> picks, Limit limit, BitSet always) {
        Taking taking = new Taking(limit.tokens());
        always.stream().forEach(taking::take);
        double least = -1;
        int tooLong = 0;
        while (picks.hasNext() && tooLong < TOO_LONG) {
            Pick pick = picks.next();
            if (pick.worth() < least) {
                break;
            }
            least = least < 0 ? pick.worth() * limit.floor() : least;
            tooLong = taking.takes(pick.piece()) ? 0 : tooLong + 1;
        }
        return new Kept(taking.pieces, List.copyOf(taking.texts), taking.used);
    }

    private int piece(int piece) {
        if (ofPieces[piece] == UNKNOWN) {
            ofPieces[piece] = tokens.applyAsInt(graph.piece(piece).text());
        }
        return ofPieces[piece];
    }

    private int header(int text) {
        if (ofHeaders[text] == UNKNOWN) {
            String header = graph.text(text).header().text();
            ofHeaders[text] = header.isEmpty() ? 0 : tokens.applyAsInt(header);
        }
        return ofHeaders[text];
    }

    private final class Taking {
        private final int limit;
        private final BitSet pieces = new BitSet();
        private final Set<Integer> texts = new LinkedHashSet<>();
        private int used;

        Taking(int limit) {
            this.limit = limit;
        }

        /// Whether it stays.
        boolean takes(int piece) {
            if (!pieces.get(piece) && used + cost(piece) <= limit) {
                take(piece);
            }
            return pieces.get(piece);
        }

        void take(int piece) {
            used += cost(piece);
            pieces.set(piece);
            texts.add(graph.textOf(piece));
        }

        private int cost(int piece) {
            int text = graph.textOf(piece);
            return piece(piece) + (texts.contains(text) ? 0 : header(text));
        }
    }
}
