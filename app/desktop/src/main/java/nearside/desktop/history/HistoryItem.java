package nearside.desktop.history;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// A conversation in the list.
///
/// @param pin whether a person put it to the head of the list
/// @param opens the group that begins with it
public record HistoryItem(String id, String title, Instant changed, Pin pin, Optional<Age> opens) {
    public HistoryItem {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(changed);
        Objects.requireNonNull(pin);
        Objects.requireNonNull(opens);
    }

    /// Whether it stands at the head of the list.
    public enum Pin {
        LOOSE,
        PINNED
    }

    /// How long ago it was changed, as people group their days.
    public enum Age {
        /// A person put it to the head of the list.
        PINNED,
        TODAY,
        THIS_WEEK,
        EARLIER
    }
}
