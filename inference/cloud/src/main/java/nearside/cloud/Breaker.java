package nearside.cloud;

import nearside.cloud.outbound.Origin;
import nearside.engine.EngineFailure.Far;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A far side that fails again and again is left alone for a while (the circuit breaker of M.
/// Nygard, "Release It!"). After the pause one question tries it; if that fails, too, the next
/// pause is longer.
public final class Breaker {
    static final int ENOUGH = 5;
    static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(8);

    private final Map<Origin, Row> rows = new HashMap<>();

    /// @param failures in a row
    /// @param last a moment of [System#nanoTime]
    private record Row(int failures, long last) {
        Duration pause() {
            if (failures < ENOUGH) {
                return Duration.ZERO;
            }
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - ENOUGH, 8));
            return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
    }

    /// Whether the far side is left alone now.
    public boolean isResting(Origin far) {
        return refusal(far, System.nanoTime()).isPresent();
    }

    /// Why the far side is not asked now; empty when it may be.
    ///
    /// @param now a moment of [System#nanoTime]
    synchronized Optional<Far> refusal(Origin far, long now) {
        Row row = rows.get(far);
        if (row == null) {
            return Optional.empty();
        }
        Duration left = row.pause().minusNanos(now - row.last());
        return left.isPositive()
                ? Optional.of(new Far.Resting(far.toString(), left))
                : Optional.empty();
    }

    synchronized void failed(Origin far, long now) {
        Row before = rows.get(far);
        rows.put(far, new Row(before == null ? 1 : before.failures() + 1, now));
    }

    synchronized void answered(Origin far) {
        rows.remove(far);
    }
}
