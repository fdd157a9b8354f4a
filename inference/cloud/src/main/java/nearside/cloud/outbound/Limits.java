package nearside.cloud.outbound;

import java.time.Duration;
import java.util.List;

/// How long a far side is waited for.
///
/// @param connect until there is a connection
/// @param silence until the next sign of life
/// @param fruitless until the next part of the reply, whatever other signs of life come
/// @param pause before it is asked again for the first time; twice that for the second
public record Limits(Duration connect, Duration silence, Duration fruitless, Duration pause) {
    /// A machine of one's own may read a long prompt for two minutes before its first word.
    public static final Limits USUAL =
            new Limits(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofMillis(500));

    /// A hub has its bytes at hand.
    public static final Limits DOWNLOAD =
            new Limits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(10),
                    Duration.ofMillis(500));

    /// A catalogue is small, and somebody waits for it.
    public static final Limits CATALOGUE =
            new Limits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(500));

    public Limits {
        for (Duration time : List.of(connect, silence, fruitless, pause)) {
            if (!time.isPositive()) {
                throw new IllegalArgumentException("expected a time to wait, found " + time);
            }
        }
    }
}
