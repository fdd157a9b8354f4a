package nearside.engine.local;

import java.time.Duration;

/// Decides whether a worker that says nothing is dead. Pure: it is told what was heard and seen.
///
/// Dead is a worker without a beat for so long in which it could have run. Time in which it did
/// run, or stood in line for a processor or the disk, does not count for that: a machine with too
/// much to do has late workers, not dead ones. It counts for a second, longer measure, so that one
/// which spins without ever saying a word is ended too.
final class Pulse {
    static final Duration IDLE_PATIENCE = Duration.ofSeconds(2);
    static final Duration BUSY_PATIENCE = Duration.ofSeconds(30);

    /// A start reads libraries from a cold disk before it can say its first word.
    static final int START_FACTOR = 6;

    private Duration idle = Duration.ZERO;
    private Duration quiet = Duration.ZERO;
    private int factor = START_FACTOR;

    /// What the worker did with a stretch of time in which nothing was heard of it.
    enum Sign {
        /// It ran, or some thread of it waited for a processor or the disk.
        BUSY,
        /// It was stopped, or all of its threads slept.
        IDLE
    }

    /// Something was heard.
    void beat() {
        idle = Duration.ZERO;
        quiet = Duration.ZERO;
        factor = 1;
    }

    /// Nothing was heard for so long.
    ///
    /// @param watched only time in which the watcher itself ran
    void nothing(Duration watched, Sign sign) {
        quiet = quiet.plus(watched);
        idle = sign == Sign.IDLE ? idle.plus(watched) : idle;
    }

    boolean isDead() {
        return idle.compareTo(IDLE_PATIENCE.multipliedBy(factor)) >= 0
                || quiet.compareTo(BUSY_PATIENCE.multipliedBy(factor)) >= 0;
    }

    /// Watched time since the last beat.
    Duration silence() {
        return quiet;
    }
}
