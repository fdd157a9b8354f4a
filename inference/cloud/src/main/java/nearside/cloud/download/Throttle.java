package nearside.cloud.download;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Holds all connections together to so many bytes a second.
final class Throttle {
    private static final long SECOND = 1_000_000_000;

    /// What was not used in a pause may be made up for as long as this.
    private static final long SPARE = SECOND / 4;

    private final LongSupplier most;
    private long free = System.nanoTime();

    /// @param most bytes a second as they are wished now; zero for any
    Throttle(LongSupplier most) {
        this.most = most;
    }

    /// Returns when so many bytes more are due.
    void take(long bytes) {
        long perSecond = most.getAsLong();
        if (perSecond > 0) {
            LockSupport.parkNanos(wait(bytes, perSecond));
        }
    }

    private synchronized long wait(long bytes, long perSecond) {
        long now = System.nanoTime();
        free = Math.max(free, now - SPARE) + bytes * SECOND / perSecond;
        return free - now;
    }
}
