package nearside.engine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

class FootprintTest {
    private static final long MIB = 1L << 20;
    private static final ModelSize STARTER =
            new ModelSize(106 * MIB, 46_080, 49_152, 30, OptionalInt.empty());

    /// Of 257 rows whose values take about 48 KiB each.
    private static final long SCATTER = 10_747_521;

    private static Footprint runs(Map<Integer, Long> runs) {
        return new Footprint(200 * MIB, 180 * MIB, runs);
    }

    @Test
    void shorterPromptTakesNoMoreThanALongerOne() {
        Footprint seen = runs(Map.of(100, 40 * MIB, 1_000, 60 * MIB));
        assertEquals(OptionalLong.of(40 * MIB), seen.run(7));
        assertEquals(OptionalLong.of(40 * MIB), seen.run(100));
        assertEquals(OptionalLong.of(60 * MIB), seen.run(101));
        assertEquals(OptionalLong.empty(), seen.run(1_001));
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
    void measuredRunCountsWhereItIsLessThanTheEstimate() {
        long estimate = Need.toAnswer(STARTER, 512, 0).run();
        long less = runNeed(runs(Map.of(600, 60 * MIB)), 512);
        assertEquals(60 * MIB + SCATTER, less);
        assertEquals(estimate, runNeed(runs(Map.of(600, 900 * MIB)), 512));
        assertEquals(estimate, runNeed(runs(Map.of(256, 60 * MIB)), 512));
        long moved = 12L * 46_080 / 60;
        assertEquals(75 * MIB + SCATTER + moved, runNeed(runs(Map.of(500, 60 * MIB)), 512));
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
