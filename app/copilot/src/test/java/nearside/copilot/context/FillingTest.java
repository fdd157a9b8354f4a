package nearside.copilot.context;

import static nearside.copilot.context.graph.Texts.document;
import static nearside.copilot.context.graph.Texts.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.context.Filling.Kept;
import nearside.copilot.context.graph.BridgeHops;
import nearside.copilot.context.graph.Graph;
import nearside.copilot.context.graph.NewestFirst;
import nearside.copilot.context.graph.Ranking.Pick;
import nearside.copilot.context.graph.Text;

import org.junit.jupiter.api.Test;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class FillingTest {
    private static final BitSet NONE = new BitSet();

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
    }

    private static Filling filling(Graph graph) {
        return new Filling(graph, FillingTest::words);
    }

    private static final Graph TWO =
            new Graph(
                    List.of(
                            document("A header here", "One two three. Four five."),
                            document("", "Six seven eight nine. Ten.")));

    private static Iterator<Pick> picks(double... worth) {
        return IntStream.range(0, worth.length).mapToObj(i -> new Pick(i, worth[i])).iterator();
    }

    private static List<Integer> kept(Kept kept) {
        return kept.pieces().stream().boxed().toList();
    }

    @Test
    void aHeaderCountsOnceForItsText() {
        assertEquals(13, filling(TWO).whole());
        Kept kept = filling(TWO).of(picks(1, 1, 1, 1), Limit.of(8), NONE);
        assertEquals(List.of(0, 1), kept(kept));
        assertEquals(8, kept.tokens());
    }

    @Test
    void whatIsTooLongIsPassedOver() {
        Kept kept = filling(TWO).of(picks(1, 1, 1, 1), Limit.of(9), NONE);
        assertEquals(List.of(0, 1, 3), kept(kept));
    }

    @Test
    void itEndsWhereAPieceAddsTooLittle() {
        Kept kept =
                filling(TWO)
                        .of(picks(2, 1, 0.3, 0.9), new Limit(100, 0.25, Limit.Fill.NEVER), NONE);
        assertEquals(List.of(0, 1), kept(kept));
        assertEquals(
                List.of(0, 1, 2, 3),
                kept(filling(TWO).of(picks(2, 1, 0.3, 0), Limit.of(100), NONE)));
    }

    @Test
    void whatAlwaysStaysStaysWhateverItTakes() {
        BitSet always = new BitSet();
        always.set(2);
        Kept kept = filling(TWO).of(picks(1, 1, 1, 1), Limit.of(3), always);
        assertEquals(List.of(2), kept(kept));
        assertEquals(4, kept.tokens());
    }

    @Test
    void theLimitIsNeverExceeded() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 300; round++) {
            List<Text> texts =
                    IntStream.range(0, 1 + random.nextInt(6))
                            .mapToObj(i -> document("Title " + i, sentences(random)))
                            .toList();
            Graph graph = new Graph(texts);
            int limit = random.nextInt(80);
            Kept kept =
                    filling(graph)
                            .of(
                                    random.nextBoolean()
                                            ? new BridgeHops().of(graph, read("word1 word2 word3"))
                                            : new NewestFirst().of(graph, read("")),
                                    Limit.of(limit),
                                    NONE);
            assertTrue(kept.tokens() <= limit);
            assertEquals(kept.tokens(), counted(graph, kept));
        }
    }

    private static int counted(Graph graph, Kept kept) {
        int pieces = kept.pieces().stream().map(it -> words(graph.piece(it).text())).sum();
        int headers =
                kept.pieces().stream()
                        .map(graph::textOf)
                        .distinct()
                        .map(it -> words(graph.text(it).header().text()))
                        .sum();
        return pieces + headers;
    }

    private static String sentences(SplittableRandom random) {
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(_ ->
                        IntStream.range(0, 1 + random.nextInt(9))
                                .mapToObj(_ -> "word" + random.nextInt(30))
                                .collect(Collectors.joining(" ", "W ", ". ")))
                .collect(Collectors.joining());
    }
}
