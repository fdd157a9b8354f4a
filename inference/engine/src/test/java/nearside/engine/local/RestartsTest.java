package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.engine.EngineFailure.WorkerKeepsDying;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class RestartsTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /// The clock behind it may be anywhere, also about to turn over.
    private static final long START = Long.MAX_VALUE - SECOND / 2;

    private final Restarts restarts = new Restarts();

    private void deaths(int count) {
        for (int death = 0; death < count; death++) {
            restarts.died(START);
        }
    }

    private static Optional<?> keepsDying(int deaths, Duration wait) {
        return Optional.of(new WorkerKeepsDying(deaths, wait));
    }

    @Test
    void theFirstDeathsCostNoWait() {
        assertEquals(Optional.empty(), restarts.refusal(START));
        deaths(2);
        assertEquals(Optional.empty(), restarts.refusal(START));
    }

    @Test
    void thenEachWaitIsLongerUpToHalfAMinute() {
        deaths(3);
        assertEquals(keepsDying(3, Duration.ofSeconds(1)), restarts.refusal(START));
        deaths(1);
        assertEquals(keepsDying(4, Duration.ofSeconds(5)), restarts.refusal(START));
        deaths(1);
        assertEquals(keepsDying(5, Duration.ofSeconds(30)), restarts.refusal(START));
        deaths(100);
        assertEquals(keepsDying(105, Duration.ofSeconds(30)), restarts.refusal(START));
    }

    @Test
    void aWaitPasses() {
        deaths(4);
        assertEquals(keepsDying(4, Duration.ofSeconds(2)), restarts.refusal(START + 3 * SECOND));
        assertEquals(Optional.empty(), restarts.refusal(START + 5 * SECOND));
    }

    @Test
    void oneTokenClearsTheCount() {
        deaths(9);
        restarts.forget();
        deaths(2);
        assertEquals(Optional.empty(), restarts.refusal(START));
    }
}
