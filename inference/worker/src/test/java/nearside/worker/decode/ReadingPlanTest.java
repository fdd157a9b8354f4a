package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.OptionalInt;

class ReadingPlanTest {
    private static final OptionalInt NEVER = OptionalInt.empty();
    private static final OptionalInt AT_4096 = OptionalInt.of(4096);

    private static int[] runs(int total, OptionalInt switchAt) {
        return ReadingPlan.runs(0, total, switchAt);
    }

    @Test
    void shortPromptsAreOneRun() {
        assertArrayEquals(new int[] {1}, runs(1, NEVER));
        assertArrayEquals(new int[] {256}, runs(256, NEVER));
        assertArrayEquals(new int[] {37}, runs(37, AT_4096));
    }

    @Test
    void longPromptsAreCutIntoEvenPieces() {
        assertArrayEquals(new int[] {129, 128}, runs(257, NEVER));
        assertArrayEquals(new int[] {200, 200, 200}, runs(600, NEVER));
    }

    @Test
    void onlyTheRestIsRead() {
        assertArrayEquals(new int[] {50}, ReadingPlan.runs(1500, 1550, NEVER));
        assertArrayEquals(new int[] {150, 150}, ReadingPlan.runs(100, 400, NEVER));
    }

    @Test
    void allTokensAreReadAndNoPieceIsASingleRow() {
        for (int total = 2; total < 20_000; total += 7) {
            for (int from : new int[] {0, total / 3, total - 2}) {
                check(from, total, ReadingPlan.runs(from, total, NEVER));
                check(from, total, ReadingPlan.runs(from, total, AT_4096));
            }
        }
    }

    private static void check(int from, int total, int[] runs) {
        assertEquals(total - from, Arrays.stream(runs).sum());
        assertTrue(Arrays.stream(runs).min().orElseThrow() > 1);
    }

    @Test
    void firstRunGoesBeyondTheSwitch() {
        assertEquals(4097, runs(4347, AT_4096)[0]);
        assertArrayEquals(new int[] {4098}, runs(4098, AT_4096));
        assertEquals(4097, runs(100_000, AT_4096)[0]);
        assertEquals(97, ReadingPlan.runs(4000, 5000, AT_4096)[0]);
        assertEquals(2, ReadingPlan.runs(4096, 5000, AT_4096)[0]);
        assertTrue(ReadingPlan.runs(4097, 5000, AT_4096)[0] > 2);
    }

    @Test
    void promptsBelowTheSwitchAreCutLikeAllOthers() {
        assertArrayEquals(runs(4096, NEVER), runs(4096, AT_4096));
    }

    @Test
    void moreTokensThanTheSwitchNeedTheLongFactors() {
        assertFalse(ReadingPlan.isLong(4096, AT_4096));
        assertTrue(ReadingPlan.isLong(4097, AT_4096));
        assertFalse(ReadingPlan.isLong(100_000, NEVER));
    }
}
