package nearside.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.cloud.outbound.Origin;
import nearside.engine.EngineFailure.Far;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class BreakerTest {
    private static final Origin FAR = new Origin("https", "far.example", 443);
    private static final Origin OTHER = new Origin("https", "other.example", 443);
    private static final long SECOND = 1_000_000_000L;

    private final Breaker breaker = new Breaker();

    private void fail(int times, long now) {
        for (int i = 0; i < times; i++) {
            breaker.failed(FAR, now);
        }
    }

    @Test
    void fewFailuresRestNobody() {
        fail(Breaker.ENOUGH - 1, 0);
        assertEquals(Optional.empty(), breaker.refusal(FAR, 0));
    }

    @Test
    void enoughOfThemDoForAWhile() {
        fail(Breaker.ENOUGH, 0);
        assertEquals(
                Optional.of(new Far.Resting(FAR.toString(), Duration.ofSeconds(20))),
                breaker.refusal(FAR, 10 * SECOND));
        assertEquals(Optional.empty(), breaker.refusal(FAR, 30 * SECOND));
        assertEquals(Optional.empty(), breaker.refusal(OTHER, 0));
    }

    @Test
    void theNextPauseIsLongerAndNeverTooLong() {
        fail(Breaker.ENOUGH + 1, 0);
        assertTrue(breaker.refusal(FAR, 59 * SECOND).isPresent());
        fail(1_000, 0);
        long longest = Breaker.LONGEST_PAUSE.toNanos();
        assertTrue(breaker.refusal(FAR, longest - 1).isPresent());
        assertEquals(Optional.empty(), breaker.refusal(FAR, longest));
    }

    @Test
    void anAnswerForgetsThemAll() {
        fail(Breaker.ENOUGH, 0);
        breaker.answered(FAR);
        fail(1, 0);
        assertEquals(Optional.empty(), breaker.refusal(FAR, 0));
    }
}
