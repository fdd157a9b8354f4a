package nearside.engine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class FootprintTest {
    private static final long MIB = 1L << 20;
    private static final ModelSize STARTER =
            new ModelSize(106 * MIB, 46_080, 0, 30, OptionalInt.empty());

    /// Of 257 rows whose values take about 48 KiB each.
    private static final long SCATTER = 10_747_521;

    private static Footprint runs(Map<Integer, Long> runs) {
        return new Footprint(200 * MIB, 180 * MIB, runs);
    }

    @Test
    void whatWasMeasuredHasNeighbours() {
        Footprint seen = runs(Map.of(100, 40 * MIB, 1_000, 60 * MIB));
        assertEquals(OptionalInt.of(100), seen.atLeast(7));
        assertEquals(OptionalInt.empty(), seen.atMost(7));
        assertEquals(OptionalInt.of(100), seen.atLeast(100));
        assertEquals(OptionalInt.of(1_000), seen.atLeast(101));
        assertEquals(OptionalInt.of(100), seen.atMost(101));
        assertEquals(OptionalInt.empty(), seen.atLeast(1_001));
        assertEquals(60 * MIB, seen.run(1_000));
    }

    @Test
    void longerPromptTakesNoLessThanAShorterOne() {
        assertEquals(Map.of(1_000, 80 * MIB), runs(Map.of(100, 80 * MIB, 1_000, 60 * MIB)).runs());
    }

    @Test
    void mostOfAllTimesCounts() {
        Footprint first = new Footprint(200 * MIB, 180 * MIB, Map.of(100, 40 * MIB));
        Footprint second = new Footprint(190 * MIB, 185 * MIB, Map.of(100, 36 * MIB, 50, 8 * MIB));
        Footprint both = new Footprint(200 * MIB, 185 * MIB, Map.of(50, 8 * MIB, 100, 40 * MIB));
        assertEquals(both, first.and(second));
        assertEquals(both, second.and(first));
        assertEquals(both, both.and(first));
    }

    @Test
    void aShorterPromptTakesNoMoreThanALongerOneDid() {
        assertEquals(32 * MIB + SCATTER, runNeed(runs(Map.of(600, 32 * MIB)), 512));
    }

    @Test
    void oneBetweenTwoTakesTheSamePartOfTheEstimate() {
        Footprint half = runs(Map.of(400, estimate(400) / 2, 2_000, estimate(2_000) * 3 / 5));
        near(estimate(900) * 3 / 5 + SCATTER, runNeed(half, 900));
        assertTrue(runNeed(half, 900) < estimate(900));
    }

    @Test
    void whatTookMoreThanTheEstimateRaisesIt() {
        Footprint twice = runs(Map.of(600, estimate(600) * 2));
        near(estimate(512) * 2, runNeed(twice, 512));
        near(estimate(700) * 2, runNeed(twice, 700));
    }

    @Test
    void oneOfFewRowsSaysNothingOfOneOfMany() {
        assertEquals(estimate(512), runNeed(runs(Map.of(256, 20 * MIB)), 512));
    }

    @Test
    void oneThatIsLongerThanAllTakesAQuarterMore() {
        long moved = 512L * 46_080 / 60 - 500L * 46_080 / 60;
        assertEquals(40 * MIB + SCATTER + moved, runNeed(runs(Map.of(500, 32 * MIB)), 512));
    }

    /// What was measured is kept in steps.
    private static void near(long expected, long bytes) {
        assertTrue(Math.abs(bytes - expected) < 8 * MIB, bytes + ", not " + expected);
    }

    private static long estimate(int tokens) {
        return Need.toAnswer(STARTER, tokens, 0).run();
    }

    private static long runNeed(Footprint seen, int tokens) {
        return Need.toAnswer(STARTER.with(Optional.of(seen)), tokens, 0).run();
    }

    @Test
    void measuredLoadCountsWithALittleSpare() {
        ModelSize seen = STARTER.with(Optional.of(runs(Map.of())));
        assertEquals(206 * MIB, Need.toLoad(seen).bytes());
        assertEquals(180 * MIB + 180 * MIB / 200, Need.toStay(seen).bytes());
        assertEquals(Need.toLoad(STARTER), Need.toStay(STARTER));
    }

    @Test
    void anotherCacheWasNotMeasured() {
        ModelSize seen = STARTER.with(Optional.of(runs(Map.of())));
        assertEquals(STARTER.withKvBytesPerToken(7), seen.withKvBytesPerToken(7));
    }

    @Test
    void nothingTakesLessThanNothing() {
        assertThrows(IllegalArgumentException.class, () -> new Footprint(-1, 0, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new Footprint(0, -1, Map.of()));
        assertEquals(Map.of(5, 0L), runs(Map.of(5, -3L)).runs());
    }
}
