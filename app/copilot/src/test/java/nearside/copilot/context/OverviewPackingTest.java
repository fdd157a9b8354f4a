package nearside.copilot.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.context.ContextPacker.Talk;
import nearside.copilot.context.graph.Themes;
import nearside.copilot.context.scope.Scope;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Of 15,000 to 30,000 tokens with planted themes, 1,000 are kept for a summary.
class OverviewPackingTest {
    private static final int SEEDS = 50;
    private static final int LETTERS = 4;
    private static final double ENOUGH = 0.95;
    private static final String SUMMARY = "Summarise our whole conversation.";

    private static int tokens(Line line) {
        return line.text().length() / LETTERS + 4;
    }

    private static Themes themes(long seed, int tokens) {
        return new Themes(seed, 12 + (int) (seed % 13), tokens * LETTERS);
    }

    private static Packed packed(Themes themes, String question, int budget) {
        List<Line> lines = new ArrayList<>(themes.lines());
        lines.add(new Line(Role.USER, question));
        Packed packed =
                new EvidencePacker()
                        .pack(Talk.of(lines), Limit.of(budget), OverviewPackingTest::tokens);
        assertTrue(packed.tokens() <= budget);
        assertEquals(question, packed.lines().getLast().text());
        return packed;
    }

    private static String text(Packed packed) {
        return packed.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static double heard(String question, int tokens) {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> themes(seed, tokens))
                .mapToDouble(it -> it.heardIn(text(packed(it, question, 1_000))))
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {15_000, 30_000})
    void aSentenceOfAlmostEachThemeStays(int tokens) {
        double summary = heard(SUMMARY, tokens);
        double other = heard("What then?", tokens);
        System.out.printf(
                "%d tokens: packer %.3f, no such question %.3f%n", tokens, summary, other);
        assertTrue(summary >= ENOUGH, "packer " + summary);
        assertTrue(other < ENOUGH, "other question " + other);
    }

    @Test
    void coverageGrowsWithTheRoomAndIsPoorWhereThereIsLittle() {
        double terms = 0;
        for (int budget : new int[] {300, 500, 2_000, 9_000}) {
            Coverage coverage = packed(themes(2, 10_000), SUMMARY, budget).coverage();
            System.out.println(budget + " tokens: " + coverage);
            assertEquals(Scope.OVERVIEW, coverage.scope());
            assertTrue(coverage.whole() > 10_000 && coverage.left() <= budget);
            assertTrue(coverage.terms() > terms);
            assertEquals(budget < 2_000, coverage.isPoor());
            terms = coverage.terms();
        }
    }

    @Test
    void whatFitsIsNeverPoor() {
        for (String task : List.of(SUMMARY, "Translate the whole document.", "What then?")) {
            assertFalse(packed(themes(2, 2_000), task, 100_000).coverage().isPoor());
        }
    }

    /// However much stays.
    @Test
    void aTaskForEachWordIsPoorWhereSomethingIsLeftOut() {
        for (String task : List.of("Translate the whole text.", "How often is Kim mentioned?")) {
            assertTrue(packed(themes(2, 2_000), task, 1_900).coverage().isPoor());
        }
        assertFalse(packed(themes(2, 2_000), "Who is Kim?", 500).coverage().isPoor());
    }

    /// Also of a long file, of which not each sentence is told apart.
    @Test
    void aVeryLongFileIsSummarised() {
        StringBuilder file = new StringBuilder("log.txt:\n```\n");
        for (int i = 0; i < 60_000; i++) {
            file.append("The keeper " + i % 700 + " painted the boat " + i % 900 + " again.\n");
        }
        List<Line> lines = List.of(new Line(Role.USER, file + "```\n\n" + SUMMARY));
        Packed packed =
                new EvidencePacker()
                        .pack(Talk.of(lines), Limit.of(500), OverviewPackingTest::tokens);
        assertTrue(packed.tokens() > 300 && packed.tokens() <= 500, packed.tokens() + " tokens");
        assertTrue(packed.coverage().isPoor());
    }
}
