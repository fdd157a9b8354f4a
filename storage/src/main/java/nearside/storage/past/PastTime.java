package nearside.storage.past;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Times as the store can keep them: from 1970 to 2262, to the nanosecond.
public final class PastTime {
    private static final Instant LAST = Instant.ofEpochSecond(0, Long.MAX_VALUE);

    private PastTime() {}

    public static boolean fits(Instant time) {
        return !time.isBefore(Instant.EPOCH) && !time.isAfter(LAST);
    }

    static Instant checked(Instant time) {
        if (!fits(time)) {
            throw new IllegalArgumentException("a time from 1970 to 2262 expected, found " + time);
        }
        return time;
    }

    /// Seconds, milliseconds, microseconds or nanoseconds since 1970: told apart by their size.
    /// Seconds are read to the microsecond, which is what a double can hold of them.
    public static Optional<Instant> of(double number) {
        if (!(number >= 0) || number > Long.MAX_VALUE) {
            return Optional.empty();
        }
        if (number < 1e11) {
            long seconds = (long) number;
            long micros = Math.round((number - seconds) * 1e6);
            return fitting(Instant.ofEpochSecond(seconds, micros * 1000));
        }
        double scale = number < 1e14 ? 1e3 : number < 1e17 ? 1e6 : 1e9;
        long perSecond = (long) scale;
        long whole = (long) number;
        return fitting(
                Instant.ofEpochSecond(
                        whole / perSecond, whole % perSecond * (1_000_000_000L / perSecond)));
    }

    /// A time of ISO 8601; without a zone it is taken for UTC.
    public static Optional<Instant> of(String text) {
        try {
            return fitting(
                    zoned(text)
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static boolean zoned(String text) {
        int clock = text.indexOf('T');
        return text.endsWith("Z")
                || text.indexOf('+', clock) > 0
                || text.indexOf('-', clock) > clock;
    }

    private static Optional<Instant> fitting(Instant time) {
        return Optional.of(time).filter(PastTime::fits);
    }
}
