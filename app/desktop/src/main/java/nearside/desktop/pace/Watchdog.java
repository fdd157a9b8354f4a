package nearside.desktop.pace;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Watches whether the UI thread answers in time while a person does something, or something is
/// written. Rests otherwise: who does nothing pays nothing.
public final class Watchdog implements AutoCloseable {
    /// What is longer is told.
    public static final Duration SEEN = Duration.ofMillis(50);

    private static final Duration BETWEEN = Duration.ofMillis(15);
    private static final int FRAMES = 40;
    private static final Duration AWAKE = Duration.ofSeconds(3);

    private final UiThread ui;
    private final LongSupplier nanos;
    private final Consumer<Stall> told;
    private final AtomicLong stirred = new AtomicLong();
    private final Thread thread;
    private volatile Optional<Thread> watched = Optional.empty();
    private volatile boolean closed;

    /// The UI thread stood still.
    ///
    /// @param where the methods it was in, the innermost first
    public record Stall(Duration length, String where) {
        public Stall {
            Objects.requireNonNull(length);
            Objects.requireNonNull(where);
        }
    }

    /// @param nanos the time
    /// @param told on the thread of the watchdog
    public Watchdog(UiThread ui, LongSupplier nanos, Consumer<Stall> told) {
        this.ui = ui;
        this.nanos = nanos;
        this.told = told;
        thread = Thread.ofPlatform().name("watchdog").daemon().unstarted(this::watch);
    }

    public void begin() {
        stir();
        thread.start();
    }

    /// Something is done; it is watched for some seconds.
    public void stir() {
        stirred.set(nanos.getAsLong());
        LockSupport.unpark(thread);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void watch() {
        while (!closed) {
            if (nanos.getAsLong() - stirred.get() > AWAKE.toNanos()) {
                LockSupport.park(this);
            } else {
                ping();
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }
    }

    private void ping() {
        CountDownLatch answered = new CountDownLatch(1);
        long begun = nanos.getAsLong();
        ui.later(() -> {
            watched = Optional.of(Thread.currentThread());
            answered.countDown();
        });
        try {
            String where = "";
            while (!answered.await(SEEN.toMillis(), TimeUnit.MILLISECONDS) && !closed) {
                where = where.isEmpty() ? where() : where;
            }
            Duration length = Duration.ofNanos(nanos.getAsLong() - begun);
            if (length.compareTo(SEEN) > 0 && !closed) {
                told.accept(new Stall(length, where));
            }
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    private String where() {
        return watched.map(Thread::getStackTrace).stream()
                .flatMap(Arrays::stream)
                .limit(FRAMES)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .collect(Collectors.joining(" < "));
    }
}
