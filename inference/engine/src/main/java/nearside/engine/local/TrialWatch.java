package nearside.engine.local;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Ends the worker of a trial when it takes too long or the engine is wanted elsewhere: a hanging
/// driver stops no heart-beat. It goes on ending it until it is closed, since the process may be
/// started a moment later.
final class TrialWatch implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<End> end = Optional.empty();

    /// Why a trial was ended.
    enum End {
        ABANDONED,
        OUT_OF_PATIENCE
    }

    TrialWatch(Worker worker, Duration patience, BooleanSupplier isWantedElsewhere) {
        long until = System.nanoTime() + patience.toNanos();
        Thread.ofPlatform()
                .daemon()
                .name("trial watch")
                .start(() -> watch(worker, until, isWantedElsewhere));
    }

    private void watch(Worker worker, long until, BooleanSupplier isWantedElsewhere) {
        try {
            while (!closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                if (isWantedElsewhere.getAsBoolean()) {
                    end = Optional.of(End.ABANDONED);
                } else if (end.isEmpty() && System.nanoTime() - until > 0) {
                    end = Optional.of(End.OUT_OF_PATIENCE);
                }
                end.ifPresent(_ -> worker.kill());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    Optional<End> end() {
        return end;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
