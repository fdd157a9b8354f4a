package nearside.copilot.orchestrator;

import nearside.copilot.device.Curve;
import nearside.copilot.device.Speed;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Looks whether an answer here turns out to be slower than the person bears. Used by one thread.
final class SlowWatch {
    /// A first word may come that many times as late as the person bears, before it is said.
    private static final int LENIENCE = 2;

    /// Fewer tokens say little about how fast a model writes.
    private static final int ENOUGH = 16;

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    private final Duration patience;
    private final LongSupplier nanos;
    private final boolean looks;
    private Optional<Speed> slow = Optional.empty();
    private int toRead;
    private long reading;
    private long firstWord;
    private int atFirst;

    private SlowWatch(Duration patience, LongSupplier nanos, boolean looks) {
        this.patience = patience;
        this.nanos = nanos;
        this.looks = looks;
    }

    /// One that never finds anything slow.
    static SlowWatch none() {
        return new SlowWatch(Duration.ZERO, System::nanoTime, false);
    }

    /// @param patience the longest time to the first word
    static SlowWatch of(Duration patience, LongSupplier nanos) {
        return new SlowWatch(patience, nanos, true);
    }

    /// The model is in memory and reads so many tokens.
    void reads(int tokens) {
        toRead = Math.max(1, tokens);
        reading = nanos.getAsLong();
    }

    /// Whether it takes too long by now.
    ///
    /// @param written tokens so far
    boolean isTooSlow(int written) {
        if (!looks || toRead == 0 || slow.isPresent()) {
            return false;
        }
        if (written == 0) {
            slow = Optional.of(sinceReading()).filter(this::isLate).map(this::readingAt);
        } else if (atFirst == 0) {
            atFirst = written;
            firstWord = nanos.getAsLong();
        } else {
            slow = writing(written);
        }
        return slow.isPresent();
    }

    /// How slow it was found to be; empty while it was not.
    Optional<Speed> slow() {
        return slow;
    }

    private Duration sinceReading() {
        return Duration.ofNanos(nanos.getAsLong() - reading);
    }

    private boolean isLate(Duration elapsed) {
        return elapsed.compareTo(patience.multipliedBy(LENIENCE)) > 0;
    }

    /// At most so fast: it is not done yet.
    private Speed readingAt(Duration elapsed) {
        double rate = toRead / seconds(elapsed);
        return new Speed(Curve.UNKNOWN.and(toRead / 2, rate), Curve.UNKNOWN.and(toRead, rate));
    }

    private Optional<Speed> writing(int written) {
        Duration elapsed = Duration.ofNanos(nanos.getAsLong() - firstWord);
        int more = written - atFirst;
        if (more < ENOUGH || elapsed.compareTo(LONG_ENOUGH) < 0) {
            return Optional.empty();
        }
        double rate = more / seconds(elapsed);
        Duration read = Duration.ofNanos(Math.max(1, firstWord - reading));
        return rate < Situation.Pace.SLOWEST_WRITING
                ? Optional.of(
                        new Speed(
                                Curve.UNKNOWN.and(toRead / 2, toRead / seconds(read)),
                                Curve.UNKNOWN.and(toRead, rate)))
                : Optional.empty();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
