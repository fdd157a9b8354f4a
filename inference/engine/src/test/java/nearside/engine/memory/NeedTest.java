package nearside.engine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.OptionalInt;

/// The estimate beside peaks of the worker that were measured.
class NeedTest {
    private static final long MIB = 1L << 20;

    private static final ModelSize STARTER =
            new ModelSize(106 * MIB, 46_080, 0, 30, OptionalInt.empty());
    private static final ModelSize PHI3 =
            new ModelSize(2_600 * MIB, 768 * 1024, 0, 32, OptionalInt.empty());

    private static void between(long least, long most, long bytes) {
        assertTrue(bytes >= least * MIB && bytes <= most * MIB, bytes / MIB + " MiB");
    }

    @Test
    void loadingTakesALittleMoreThanWasMeasured() {
        between(276, 276 * 5 / 4, Need.toLoad(STARTER).bytes());
        between(3_260, 3_260 * 5 / 4, Need.toLoad(PHI3).bytes());
    }

    @Test
    void readingTakesALittleMoreThanWasMeasured() {
        between(66, 128, Need.toAnswer(STARTER, 512, 2).bytes());
        between(138, 138 * 3 / 2, Need.toAnswer(STARTER, 2_048, 3).bytes());
        between(449, 449 * 5 / 4, Need.toAnswer(PHI3, 204, 8).bytes());
        between(1_137, 1_137 * 5 / 4, Need.toAnswer(PHI3, 1_004, 8).bytes());
        between(1_668, 1_668 * 5 / 4, Need.toAnswer(PHI3, 2_048, 3).bytes());
    }

    @Test
    void loadingAnewNeedsWhatLoadingTakesBeyondTheFiles() {
        assertEquals(650 * MIB, Need.toReload(PHI3).bytes());
        long process = 152 * MIB;
        assertEquals(
                Need.toLoad(PHI3).bytes() - process - PHI3.weightBytes(),
                Need.toReload(PHI3).bytes());
    }

    @Test
    void findingScalesNeedsTheExactCacheOfAShortConversation() {
        assertEquals(384L * 768 * 1024, Need.toCalibrate(PHI3).kv());
    }

    @Test
    void whatIsCachedAlreadyIsNotNeededAgain() {
        Need all = Need.toAnswer(PHI3, 1_000, 100);
        assertEquals(1_000L * 768 * 1024, all.bytes() - all.beside(1_000L * 768 * 1024).bytes());
        assertEquals(all.run(), all.beside(Long.MAX_VALUE).bytes());
    }

    @Test
    void everyTokenOfTheReplyTakesItsKeysAndValues() {
        Need none = Need.toAnswer(PHI3, 100, 0);
        Need some = Need.toAnswer(PHI3, 100, 512);
        assertEquals(512L * 768 * 1024, some.bytes() - none.bytes());
    }

    @Test
    void longPromptsAreReadInRunsOfBoundedLength() {
        long moved = (8_000 - 2_048) * 46_080L / 60;
        Need once = Need.toAnswer(STARTER, 2_048, 0);
        Need often = Need.toAnswer(STARTER, 8_000, 0);
        assertTrue(Math.abs(once.run() + moved - often.run()) <= 1);
    }

    @Test
    void aHeadThatIsNotCutComputesLogitsForAllRows() {
        long cut = Need.toAnswer(STARTER, 200, 0).run();
        long whole = Need.toAnswer(STARTER.withLogitsPerRow(49_152), 200, 0).run();
        assertEquals(200L * 49_152 * Float.BYTES, whole - cut);
    }

    @Test
    void beyondTheSwitchTheFirstRunIsLonger() {
        ModelSize longContext = new ModelSize(10 * MIB, 1_024, 32_064, 2, OptionalInt.of(4_096));
        long before = Need.toAnswer(longContext, 4_096, 0).run();
        long after = Need.toAnswer(longContext, 4_097, 0).run();
        assertTrue(after - before > 2_000L * 32_064 * Float.BYTES);
    }

    @Test
    void moreTokensNeverNeedLess() {
        long before = 0;
        for (int tokens = 0; tokens < 8_192; tokens += 64) {
            long bytes = Need.toAnswer(STARTER, tokens, 0).bytes();
            assertTrue(bytes >= before);
            before = bytes;
        }
    }
}
