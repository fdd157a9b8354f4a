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

    @Test
    void shortPromptsAreOneRun() {
        assertArrayEquals(new int[] {1}, ReadingPlan.runs(1, NEVER));
        assertArrayEquals(new int[] {2048}, ReadingPlan.runs(2048, NEVER));
        assertArrayEquals(new int[] {37}, ReadingPlan.runs(37, AT_4096));
    }

    @Test
    void longPromptsAreCutIntoEvenPieces() {
        assertArrayEquals(new int[] {410, 410, 410, 410, 409}, ReadingPlan.runs(2049, NEVER));
    }

    @Test
    void allTokensAreReadAndNoPieceIsASingleRow() {
        for (int tokens = 1; tokens < 20_000; tokens += 7) {
            check(tokens, ReadingPlan.runs(tokens, NEVER));
            check(tokens, ReadingPlan.runs(tokens, AT_4096));
        }
    }

    private static void check(int tokens, int[] runs) {
        assertEquals(tokens, Arrays.stream(runs).sum());
        assertTrue(runs.length == 1 || Arrays.stream(runs).min().orElseThrow() > 1);
    }

    @Test
    void firstRunGoesBeyondTheSwitch() {
        assertArrayEquals(new int[] {4347}, ReadingPlan.runs(4347, AT_4096));
        assertArrayEquals(new int[] {6145}, ReadingPlan.runs(6145, AT_4096));
        assertEquals(4097, ReadingPlan.runs(6146, AT_4096)[0]);
        assertEquals(4097, ReadingPlan.runs(100_000, AT_4096)[0]);
    }

    @Test
    void promptsBelowTheSwitchAreCutLikeAllOthers() {
        assertArrayEquals(ReadingPlan.runs(4096, NEVER), ReadingPlan.runs(4096, AT_4096));
    }

    @Test
    void theTokenAfterTheSwitchCrossesIt() {
        assertFalse(ReadingPlan.crosses(4095, AT_4096));
        assertTrue(ReadingPlan.crosses(4096, AT_4096));
        assertFalse(ReadingPlan.crosses(4097, AT_4096));
        assertFalse(ReadingPlan.crosses(4096, NEVER));
    }
}
