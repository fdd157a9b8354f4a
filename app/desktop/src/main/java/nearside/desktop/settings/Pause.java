package nearside.desktop.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long after the last question a model's memory is given back.
///
/// @param minutes 0 for never
public record Pause(int minutes) {
    /// Those that are offered.
    static final List<Pause> ALL =
            List.of(
                    new Pause(1),
                    new Pause(5),
                    new Pause(10),
                    new Pause(30),
                    new Pause(60),
                    new Pause(0));

    static Pause of(Optional<Duration> kept) {
        return new Pause(kept.map(Duration::toMinutes).map(Math::toIntExact).orElse(0));
    }

    Optional<Duration> kept() {
        return minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
    }
}
