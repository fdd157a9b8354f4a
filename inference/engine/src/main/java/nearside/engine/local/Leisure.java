package nearside.engine.local;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The time in which nobody asks anything, and what the engine does in it by itself.
final class Leisure {
    /// Nothing is begun before nobody asked for so long.
    private static final Duration CALM = Duration.ofSeconds(2);

    private final Worker worker;
    private volatile Optional<Duration> unloadAfter = Optional.empty();
    private long since = System.nanoTime();

    enum Chore {
        /// What was read goes to the disk.
        KEEP,
        /// An accelerator is tried.
        TRY_OUT,
        /// The model's memory is given back.
        UNLOAD
    }

    /// What comes next, and how long it has to wait.
    record Later(Duration left, Chore chore) {
        static Optional<Later> when(boolean wanted, Duration left, Chore chore) {
            return wanted ? Optional.of(new Later(left, chore)) : Optional.empty();
        }
    }

    Leisure(Worker worker) {
        this.worker = worker;
    }

    /// It begins now.
    void begin() {
        since = System.nanoTime();
    }

    /// Safe from any thread.
    void unloadAfter(Duration pause) {
        unloadAfter = Optional.of(pause);
    }

    /// Safe from any thread.
    void stayLoaded() {
        unloadAfter = Optional.empty();
    }

    boolean unloads() {
        return unloadAfter.isPresent();
    }

    /// Of chores that are due at the same time, the first of [Chore].
    Optional<Later> next() {
        if (!worker.isOpen()) {
            return Optional.empty();
        }
        Duration passed = Duration.ofNanos(System.nanoTime() - since);
        Duration calm = CALM.minus(passed);
        Optional<Duration> unload = unloadAfter.map(pause -> pause.minus(passed));
        Duration keep = unload.filter(left -> left.compareTo(calm) < 0).orElse(calm);
        return Stream.of(
                        Later.when(worker.hasToKeep(), keep, Chore.KEEP),
                        Later.when(worker.untried().isPresent(), calm, Chore.TRY_OUT),
                        unload.map(left -> new Later(left, Chore.UNLOAD)))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Later::left)); // of equals the first
    }
}
