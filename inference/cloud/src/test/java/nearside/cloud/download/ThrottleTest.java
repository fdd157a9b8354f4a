package nearside.cloud.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// How much a throttle lets come, by a clock that goes on when somebody waits, and then only.
class ThrottleTest {
    private static final long SECOND = 1_000_000_000;
    private static final long PIECE = 16_384;
    private static final long MOST = 1_000_000;

    private final Waiting clock = new Waiting();
    private long most = MOST;

    private static final class Waiting implements Throttle.Clock {
        private final List<Runnable> pauses = new ArrayList<>();
        private long now;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void pause(long nanos) {
            now += nanos;
            List.copyOf(pauses).forEach(Runnable::run);
        }
    }

    private Throttle throttle() {
        return new Throttle(() -> most, clock);
    }

    /// So much comes through all of them, in turns, until so much time is over.
    private long came(long seconds, Throttle... throttles) {
        long came = 0;
        for (int i = 0; clock.now < seconds * SECOND; i++) {
            throttles[i % throttles.length].take(PIECE, () -> false);
            came += PIECE;
        }
        return came;
    }

    private void near(long nanos) {
        assertTrue(Math.abs(clock.now - nanos) < SECOND / 5, () -> clock.now + " ns");
    }

    @Test
    void noMoreComesThanMay() {
        long came = came(20, throttle());
        assertTrue(came <= 20 * MOST + 2 * PIECE, () -> came + " bytes in 20 s");
        assertTrue(came >= 19 * MOST, () -> came + " bytes in 20 s");
    }

    @Test
    void allThatShareItAreHeldTogether() {
        Throttle one = throttle();
        assertTrue(came(20, one, one) <= 20 * MOST + 2 * PIECE);
    }

    /// One for each download lets two of them have twice as much: what was so before.
    @Test
    void oneForEachWouldNotHoldThemTogether() {
        long came = came(20, throttle(), throttle());
        assertTrue(came > 35 * MOST, () -> came + " bytes in 20 s");
    }

    @Test
    void aPauseIsMadeUpForAQuarterOfASecondAtMost() {
        Throttle throttle = throttle();
        clock.now = 60 * SECOND;
        throttle.take(MOST / 4, () -> false);
        assertEquals(60 * SECOND, clock.now);
        throttle.take(MOST, () -> false);
        near(61 * SECOND);
    }

    @Test
    void withoutALimitNobodyWaits() {
        Throttle none = Throttle.none();
        none.take(Long.MAX_VALUE / 2, () -> false);
        most = 0;
        throttle().take(1 << 30, () -> false);
        assertEquals(0, clock.now);
    }

    /// At a byte a second the wait would be a month.
    @Test
    void whoWaitsAlreadyIsLetGoWhenTheLimitGoes() {
        most = 1;
        clock.pauses.add(() -> most = 0);
        throttle().take(2_592_000, () -> false);
        assertTrue(clock.now <= SECOND, () -> clock.now + " ns");
    }

    @Test
    void whoWaitsAlreadyWaitsByTheLimitThatCountsNow() {
        most = 1;
        clock.pauses.add(() -> most = MOST);
        throttle().take(10 * MOST, () -> false);
        near(10 * SECOND);
    }

    @Test
    void aLimitThatComesHoldsWhatComesThen() {
        most = 0;
        Throttle throttle = throttle();
        throttle.take(1L << 40, () -> false);
        most = MOST;
        throttle.take(MOST, () -> false);
        near(SECOND);
    }

    @Test
    void whoIsStoppedDoesNotWait() {
        most = 1;
        throttle().take(2_592_000, () -> clock.now > 0);
        assertTrue(clock.now <= SECOND, () -> clock.now + " ns");
    }
}
