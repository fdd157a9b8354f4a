package nearside.cloud.download;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// How often one connection is tried again, and after which pause. What brings something on counts
/// as a success, however it ends.
final class Perseverance {
    static final int MOST = 8;

    /// Longer than this nobody is kept waiting by the hub's own wish: the person is told instead.
    static final Duration LONGEST_WISH = Duration.ofMinutes(2);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final int most;
    private final Duration first;
    private final BooleanSupplier stopped;
    private int fruitless;

    /// @param most tries
    /// @param first the pause after the first failure
    /// @param stopped whether nobody waits any more
    Perseverance(int most, Duration first, BooleanSupplier stopped) {
        this.most = most;
        this.first = first;
        this.stopped = stopped;
    }

    /// Something came.
    void fruitful() {
        fruitless = 0;
    }

    /// Waits for the next try, or throws where there is none.
    void after(Setback.Passing failed) throws Setback, InterruptedException {
        fruitless++;
        Duration pause = pause(failed.pause());
        if (fruitless >= most || failed.pause().compareTo(LONGEST_WISH) > 0) {
            throw new Setback.Lasting(failed.failure());
        }
        long until = System.nanoTime() + pause.toNanos();
        synchronized (this) {
            for (long left = 1; left > 0; left = until - System.nanoTime()) {
                if (stopped.getAsBoolean()) {
                    throw new Setback.Stopped();
                }
                wait(Math.clamp(left / 1_000_000, 1, 100));
            }
        }
    }

    private Duration pause(Duration wish) {
        Duration usual = first.multipliedBy(1L << Math.min(fruitless - 1, MOST));
        Duration bounded = usual.compareTo(LONGEST) > 0 ? LONGEST : usual;
        return wish.compareTo(bounded) > 0 ? wish : bounded;
    }
}
