package nearside.copilot.context.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.context.graph.Communities.Community;
import nearside.copilot.context.graph.Ranking.Pick;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Of 15,000 to 30,000 tokens with planted themes, 1,000 are kept for a summary.
class OverviewTest {
    private static final int SEEDS = 60;
    private static final int LETTERS = 4;
    private static final int KEPT = 1_000 * LETTERS;
    private static final double ENOUGH = 0.95;
    private static final String QUESTION = "Summarise our whole conversation.";

    private static Themes themes(long seed, int tokens) {
        return new Themes(seed, 12 + (int) (seed % 13), tokens * LETTERS);
    }

    private static Graph graph(Themes themes) {
        return new Graph(themes.lines().stream().map(it -> Texts.turn("user", it.text())).toList());
    }

    /// The part of the themes that is heard of in what a ranking takes, as much as there is room
    /// for.
    private static double heard(Ranking ranking, int tokens) {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> themes(seed, tokens))
                .mapToDouble(it -> it.heardIn(kept(ranking, graph(it))))
                .average()
                .orElseThrow();
    }

    private static String kept(Ranking ranking, Graph graph) {
        Iterator<Pick> picks = ranking.of(graph, Texts.read(QUESTION));
        StringBuilder kept = new StringBuilder();
        while (picks.hasNext()) {
            String next = graph.piece(picks.next().piece()).text() + "\n";
            if (kept.length() + next.length() > KEPT) {
                break;
            }
            kept.append(next);
        }
        return kept.toString();
    }

    /// All pieces are of one community: the check would fail.
    private static Iterator<Pick> ofOne(Graph graph) {
        List<Integer> all = IntStream.range(0, graph.pieceCount()).boxed().toList();
        return new Overview.Rounds(graph, new Ties(graph), List.of(new Community(all, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {15_000, 30_000})
    void aSentenceOfAlmostEachThemeIsTaken(int tokens) {
        double overview = heard(new Overview(), tokens);
        double one = heard((graph, _) -> ofOne(graph), tokens);
        double words = heard(new BestWords(), tokens);
        double newest = heard(new NewestFirst(), tokens);
        System.out.printf(
                "%d tokens: overview %.3f, one community %.3f, best words %.3f, newest %.3f%n",
                tokens, overview, one, words, newest);
        assertTrue(overview >= ENOUGH, "overview " + overview);
        assertTrue(one < ENOUGH, "one community " + one);
        assertTrue(words < ENOUGH && newest < ENOUGH, "others");
    }

    @Test
    void eachPieceIsTakenOnceAndTheSameEachTime() {
        Graph graph = graph(themes(3, 5_000));
        List<Pick> picks = all(graph);
        assertEquals(picks, all(graph(themes(3, 5_000))));
        assertEquals(graph.pieceCount(), picks.size());
        Set<Integer> pieces = new HashSet<>();
        picks.forEach(it -> pieces.add(it.piece()));
        assertEquals(graph.pieceCount(), pieces.size());
    }

    private static List<Pick> all(Graph graph) {
        List<Pick> picks = new ArrayList<>();
        new Overview().of(graph, Texts.read(QUESTION)).forEachRemaining(picks::add);
        return picks;
    }

    /// Nobody is heard twice before all are heard once.
    @Test
    void eachCommunityIsHeardBeforeOneIsHeardAgain() {
        Graph graph = graph(themes(5, 8_000));
        Communities communities = new Communities(graph);
        long shared = communities.all().stream().filter(Community::isShared).count();
        BitSet first = new BitSet();
        all(graph).stream().limit(shared).forEach(it -> first.set(it.piece()));
        for (Community community : communities.all()) {
            long heard = community.pieces().stream().filter(first::get).count();
            assertEquals(community.isShared() ? 1 : 0, heard);
        }
    }

    @Test
    void whatIsHeardAndToldGrowsWithWhatStays() {
        Graph graph = graph(themes(7, 8_000));
        Communities communities = new Communities(graph);
        BitSet kept = new BitSet();
        assertEquals(0, communities.heard(kept));
        assertEquals(0, communities.told(kept));
        double heard = 0;
        double told = 0;
        for (Pick pick : all(graph)) {
            kept.set(pick.piece());
            assertTrue(communities.heard(kept) >= heard && communities.told(kept) >= told);
            heard = communities.heard(kept);
            told = communities.told(kept);
        }
        assertEquals(1, heard, 1e-9);
        assertEquals(1, told, 1e-9);
    }

    @Test
    void codeStandsForNothingThatWordsStandFor() {
        Text text =
                Texts.turn(
                        "user",
                        Stream.of(
                                        "The lighthouse keeper paints boats.",
                                        "```\nlighthouse.keeper(paints, boats, lighthouse)\n```",
                                        "Boats of the lighthouse keeper are green.")
                                .reduce("", (a, b) -> a + b + "\n\n"));
        List<Pick> picks = all(new Graph(List.of(text)));
        assertEquals(1, picks.getLast().piece(), picks.toString());
    }

    @Test
    void ofNothingNothingIsTaken() {
        assertEquals(List.of(), all(new Graph(List.of())));
    }
}
