package nearside.desktop.trash;

import java.time.Instant;
import java.util.Objects;

/// A deleted conversation in the list.
///
/// @param deleted when it was deleted
/// @param goes when it goes for good by itself
public record TrashRow(String id, String title, Instant deleted, Instant goes) {
    public TrashRow {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(deleted);
        Objects.requireNonNull(goes);
    }
}
