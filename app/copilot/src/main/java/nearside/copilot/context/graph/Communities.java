package nearside.copilot.context.graph;

import nearside.copilot.context.graph.Ranking.Pick;

import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// The pieces of a graph in communities, each of pieces that share more with one another than with
/// others: what a text speaks of (Traag, Waltman and van Eck, "From Louvain to Leiden", 2019, by
/// modularity). The same pieces always make the same communities.
public final class Communities {
    /// The most of what modularity is told to look for: the higher, the smaller communities are. A
    /// theme of ten sentences among two thousand is one.
    private static final double FINEST = 4;

    /// Below the square of it, as coarse as modularity is by itself: a short text has few themes.
    private static final double COARSE = 10;

    private static final int ITERATIONS = 1;
    private static final long SEED = 1;

    private final Graph graph;
    private final Ties ties;
    private final List<Community> all;

    /// Some pieces that belong together.
    ///
    /// @param pieces in their order
    /// @param weight what ties them to one another, and more where it ties fewer: many pieces have
    ///   a little in common with many others
    record Community(List<Integer> pieces, double weight) {
        Community {
            pieces = List.copyOf(pieces);
        }

        /// Whether it is more than a piece that belongs nowhere.
        boolean isShared() {
            return pieces.size() > 1;
        }
    }

    public Communities(Graph graph) {
        this.graph = graph;
        ties = new Ties(graph);
        all = graph.pieceCount() == 0 ? List.of() : found();
    }

    private List<Community> found() {
        long[] begins = ties.begins();
        int[] to = ties.to();
        double[] weights = ties.weights();
        Clustering found = clustering(begins, to, weights);
        double[] inside = new double[found.getNClusters()];
        for (int piece = 0; piece < graph.pieceCount(); piece++) {
            int community = found.getCluster(piece);
            for (int i = (int) begins[piece]; i < begins[piece + 1]; i++) {
                inside[community] += found.getCluster(to[i]) == community ? weights[i] : 0;
            }
        }
        int[][] members = found.getNodesPerCluster();
        List<Community> communities = new ArrayList<>();
        for (int i = 0; i < inside.length; i++) {
            if (members[i].length > 0) {
                communities.add(
                        new Community(
                                Arrays.stream(members[i]).sorted().boxed().toList(),
                                inside[i] / Math.sqrt(members[i].length)));
            }
        }
        communities.sort(
                Comparator.comparingDouble(Community::weight)
                        .reversed()
                        .thenComparing(it -> it.pieces().getFirst()));
        return List.copyOf(communities);
    }

    private static Clustering clustering(long[] begins, int[] to, double[] weights) {
        Network network =
                new Network(
                        begins.length - 1,
                        true,
                        begins,
                        new LargeIntArray(to),
                        new LargeDoubleArray(weights),
                        false);
        double ends = Math.max(1, 2 * network.getTotalEdgeWeight());
        double resolution = Math.clamp(Math.sqrt(begins.length) / COARSE, 1, FINEST);
        return new LeidenAlgorithm(
                        resolution / ends,
                        ITERATIONS,
                        LeidenAlgorithm.DEFAULT_RANDOMNESS,
                        new Random(SEED))
                .findClustering(network);
    }

    /// The heaviest first.
    List<Community> all() {
        return all;
    }

    /// The pieces that stand for all, as [Overview] takes them.
    public Iterator<Pick> overview() {
        return new Overview.Rounds(graph, ties, all);
    }

    /// The part of all communities, by their weight, of which at least one piece stays, from 0 to
    /// 1.
    public double heard(BitSet kept) {
        double whole = all.stream().mapToDouble(Community::weight).sum();
        double heard =
                all.stream()
                        .filter(it -> it.pieces().stream().anyMatch(kept::get))
                        .mapToDouble(Community::weight)
                        .sum();
        return whole == 0 ? 1 : heard / whole;
    }

    /// The part of what is said more than once that stands at least once in what stays, from 0 to
    /// 1: terms by their rarity and by how often they stand.
    public double told(BitSet kept) {
        Set<String> told = new HashSet<>();
        kept.stream().forEach(piece -> told.addAll(ties.telling(piece)));
        double whole = 0;
        double there = 0;
        for (int piece = 0; piece < graph.pieceCount(); piece++) {
            for (String term : ties.telling(piece)) {
                double worth = Bm25.rarity(graph.terms().spread(term), graph.pieceCount());
                whole += worth;
                there += told.contains(term) ? worth : 0;
            }
        }
        return whole == 0 ? 1 : there / whole;
    }
}
