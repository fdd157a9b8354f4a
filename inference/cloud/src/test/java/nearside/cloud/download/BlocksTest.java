package nearside.cloud.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.download.Blocks.Run;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

class BlocksTest {
    private static BitSet here(int... blocks) {
        BitSet here = new BitSet();
        for (int block : blocks) {
            here.set(block);
        }
        return here;
    }

    private static List<Run> all(Blocks blocks) {
        List<Run> all = new ArrayList<>();
        for (Optional<Run> run = blocks.take(); run.isPresent(); run = blocks.take()) {
            all.add(run.get());
        }
        return all;
    }

    @Test
    void whatIsMissingIsTakenInRuns() {
        assertEquals(
                List.of(new Run(0, 1), new Run(3, 5), new Run(6, 7)),
                all(new Blocks(7, here(1, 2, 5))));
    }

    @Test
    void aLongRunIsTakenInPieces() {
        assertEquals(
                List.of(new Run(0, 128), new Run(128, 256), new Run(256, 300)),
                all(new Blocks(300, here())));
    }

    @Test
    void whatIsGivenBackIsTakenFirstWithoutWhatCame() {
        Blocks blocks = new Blocks(300, here());
        Run first = blocks.take().orElseThrow();
        blocks.add(0);
        blocks.add(1);
        blocks.giveBack(first);
        assertEquals(Optional.of(new Run(2, 128)), blocks.take());
    }

    @Test
    void aRunThatIsWholeIsNotGivenBack() {
        Blocks blocks = new Blocks(2, here());
        Run run = blocks.take().orElseThrow();
        blocks.add(0);
        assertFalse(blocks.isWhole());
        blocks.add(1);
        blocks.giveBack(run);
        assertEquals(Optional.empty(), blocks.take());
        assertTrue(blocks.isWhole());
    }

    @Test
    void anEmptyFileIsWhole() {
        assertTrue(new Blocks(0, here()).isWhole());
    }
}
