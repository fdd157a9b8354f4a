package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

class StopSignTest {
    private final StopSign sign = new StopSign();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void raisingDoesWhatWasAskedOnce() {
        sign.onRaise(done::incrementAndGet);
        assertFalse(sign.isRaised());
        assertEquals(0, done.get());
        sign.raise();
        sign.raise();
        assertTrue(sign.isRaised());
        assertEquals(1, done.get());
    }

    @Test
    void askingAfterwardsIsDoneAtOnce() {
        sign.raise();
        sign.onRaise(done::incrementAndGet);
        assertEquals(1, done.get());
    }
}
