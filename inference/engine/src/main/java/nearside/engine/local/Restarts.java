package nearside.engine.local;

import nearside.engine.EngineFailure;
import nearside.engine.EngineFailure.WorkerKeepsDying;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How soon a worker that died may be started again. The first deaths cost no wait; a worker that
/// dies again and again without one token in between has to wait longer each time.
final class Restarts {
    /// Deaths in a row after which the next start has to wait.
    static final int FREE = 3;

    /// Waits after that many deaths, one more, and so on; the last one holds for all later ones.
    static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private int deaths;
    private long lastDeath;

    /// @param now a moment of [System#nanoTime]
    void died(long now) {
        deaths++;
        lastDeath = now;
    }

    /// A token was written, or another model was chosen: what was before does not count any more.
    void forget() {
        deaths = 0;
    }

    /// Why the worker may not be started now; empty when it may.
    Optional<EngineFailure> refusal(long now) {
        if (deaths < FREE) {
            return Optional.empty();
        }
        Duration whole = WAITS.get(Math.min(deaths - FREE, WAITS.size() - 1));
        Duration left = whole.minusNanos(now - lastDeath);
        return left.isPositive()
                ? Optional.of(new WorkerKeepsDying(deaths, left))
                : Optional.empty();
    }
}
