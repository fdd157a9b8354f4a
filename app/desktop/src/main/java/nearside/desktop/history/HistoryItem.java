package nearside.desktop.history;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// A conversation in the list.
///
/// @param opens the group that begins with it
public record HistoryItem(String id, String title, Instant changed, Optional<Age> opens) {
    public HistoryItem {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(changed);
        Objects.requireNonNull(opens);
    }

    /// How long ago it was changed, as people group their days.
    public enum Age {
        TODAY,
        THIS_WEEK,
        EARLIER
    }
}
