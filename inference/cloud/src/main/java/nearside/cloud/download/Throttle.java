package nearside.cloud.download;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Holds all connections together to so many bytes a second.
final class Throttle {
    private static final long SECOND = 1_000_000_000;

    /// What was not used in a pause may be made up for as long as this.
    private static final long SPARE = SECOND / 4;

    /// How long somebody who stops it waits at most.
    private static final long STEP = SECOND / 10;

    private final LongSupplier most;
    private long free = System.nanoTime();

    /// @param most bytes a second as they are wished now; zero for any
    Throttle(LongSupplier most) {
        this.most = most;
    }

    /// Returns when so many bytes more are due, or nobody waits any more.
    void take(long bytes, BooleanSupplier stopped) {
        long perSecond = most.getAsLong();
        if (perSecond > 0) {
            long until = System.nanoTime() + wait(bytes, perSecond);
            for (long left = 1; left > 0 && !stopped.getAsBoolean(); ) {
                left = until - System.nanoTime();
                LockSupport.parkNanos(Math.min(left, STEP));
            }
        }
    }

    private synchronized long wait(long bytes, long perSecond) {
        long now = System.nanoTime();
        free = Math.max(free, now - SPARE) + bytes * SECOND / perSecond;
        return free - now;
    }
}
