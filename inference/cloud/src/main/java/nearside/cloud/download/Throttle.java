package nearside.cloud.download;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Holds all connections of all downloads that share it together to so many bytes a second. Another
/// limit counts for who waits already, too. Any thread.
public final class Throttle {
    private static final long SECOND = 1_000_000_000;

    /// What was not used in a pause may be made up for as long as this.
    private static final double SPARE = 0.25;

    /// After this at the latest somebody who waits looks at the limit anew.
    private static final long STEP = SECOND / 10;

    private final LongSupplier most;
    private final Clock clock;
    private long taken;
    private double due;
    private long seen;

    /// A clock that only goes on.
    public interface Clock {
        /// The one of this machine.
        Clock SYSTEM =
                new Clock() {
                    @Override
                    public long nanos() {
                        return System.nanoTime();
                    }

                    @Override
                    public void pause(long nanos) {
                        LockSupport.parkNanos(nanos);
                    }
                };

        /// What it shows now.
        long nanos();

        /// Returns when so much time has passed, or sooner.
        void pause(long nanos);
    }

    /// @param most bytes a second as they are wished now; zero for any
    public Throttle(LongSupplier most) {
        this(most, Clock.SYSTEM);
    }

    /// By another clock.
    ///
    /// @param most bytes a second as they are wished now; zero for any
    public Throttle(LongSupplier most, Clock clock) {
        this.most = most;
        this.clock = clock;
        seen = clock.nanos();
    }

    /// Holds nobody back.
    public static Throttle none() {
        return new Throttle(() -> 0);
    }

    /// Returns when so many bytes more are due, or nobody waits any more.
    void take(long bytes, BooleanSupplier stopped) {
        long place = placed(bytes, most.getAsLong());
        long left = left(place, most.getAsLong());
        while (left > 0 && !stopped.getAsBoolean()) {
            clock.pause(Math.min(left, STEP));
            left = left(place, most.getAsLong());
        }
    }

    /// Where these bytes stand among all that came.
    private synchronized long placed(long bytes, long perSecond) {
        goOn(perSecond);
        taken += bytes;
        return taken;
    }

    /// How long it takes until all up to there are due.
    private synchronized long left(long place, long perSecond) {
        goOn(perSecond);
        return perSecond <= 0 || due >= place
                ? 0
                : (long) Math.ceil((place - due) / perSecond * SECOND);
    }

    /// More became due since the last look.
    private void goOn(long perSecond) {
        long now = clock.nanos();
        due =
                perSecond <= 0
                        ? taken
                        : Math.min(
                                due + (double) (now - seen) / SECOND * perSecond,
                                taken + SPARE * perSecond);
        seen = now;
    }
}
