package nearside.storage;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/// Makes UUIDs of version 7 (RFC 9562): milliseconds, a counter in the twelve bits behind them, 62
/// random bits. Each is greater than the one before, also when the clock goes back.
final class TimeOrderedIds {
    private static final int COUNTER_BITS = 12;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    TimeOrderedIds(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String next() {
        last = Math.max(clock.millis() << COUNTER_BITS, last + 1);
        long high = ((last >>> COUNTER_BITS) << 16) | 0x7000 | (last & 0xfff);
        long low = (random.nextLong() >>> 2) | (1L << 63);
        return new UUID(high, low).toString();
    }
}
