package nearside.copilot.downloads;

import nearside.cloud.download.Progress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// How fast something came over the last seconds. For one thread.
final class Rate {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    /// Sooner than this nobody can tell.
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final Deque<Seen> seen = new ArrayDeque<>();

    /// @param bytes that came over a connection: what was here before says nothing
    private record Seen(long nanos, long bytes) {}

    /// Takes notice of what has come until now.
    ///
    /// @param nanos of a clock that only goes on
    Trip.Standing.Coming of(Progress progress, long nanos) {
        seen.addLast(new Seen(nanos, progress.cameBytes()));
        while (nanos - seen.getFirst().nanos() > REMEMBERED.toNanos()) {
            seen.removeFirst();
        }
        long perSecond = perSecond();
        long missing = progress.wholeBytes() - progress.hereBytes();
        return new Trip.Standing.Coming(
                progress,
                perSecond,
                perSecond > 0 && progress.wholeBytes() > 0
                        ? Optional.of(Duration.ofSeconds(Math.ceilDiv(missing, perSecond)))
                        : Optional.empty());
    }

    private long perSecond() {
        Seen first = seen.getFirst();
        Seen last = seen.getLast();
        long nanos = last.nanos() - first.nanos();
        return nanos < LEAST.toNanos() ? 0 : (long) ((last.bytes() - first.bytes()) * 1e9 / nanos);
    }
}
