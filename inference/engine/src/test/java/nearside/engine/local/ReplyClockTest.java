package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Usage;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class ReplyClockTest {
    private final ReplyClock clock = new ReplyClock();

    @Test
    void nothingHappenedYet() {
        assertEquals(Usage.NONE, clock.usage());
    }

    @Test
    void tokensAddUpAndTimesAreInOrder() {
        clock.loaded(System.nanoTime());
        clock.reading(37, 30);
        clock.wrote(1);
        clock.wrote(0);
        clock.wrote(2);
        Usage usage = clock.usage();
        assertEquals(37, usage.promptTokens());
        assertEquals(30, usage.cachedTokens());
        assertEquals(3, usage.replyTokens());
        assertTrue(usage.load().isPositive());
        assertTrue(usage.total().compareTo(usage.load().plus(usage.firstToken())) >= 0);
    }

    /// Cached tokens took no time: 100 of 300 are read in t, so the other 200 take twice as long.
    @Test
    void restTakesAsLongAsThePaceSoFarSays() throws InterruptedException {
        clock.reading(1_300, 1_000);
        Thread.sleep(50);
        long half = clock.left(1_100).toMillis();
        assertTrue(half >= 100 && half < 1_000, half + " ms");
        assertEquals(Duration.ZERO, clock.left(1_300));
    }

    @Test
    void loadIsZeroWhenItEndedBeforeTheQuestion() {
        clock.loaded(System.nanoTime() - 1_000_000_000_000L);
        clock.wrote(1);
        assertEquals(Duration.ZERO, clock.usage().load());
    }

    @Test
    void knowsWhetherItWasAskedBefore() {
        assertTrue(clock.askedBefore(System.nanoTime() + 1));
        assertFalse(clock.askedBefore(System.nanoTime() - 1_000_000_000_000L));
    }
}
