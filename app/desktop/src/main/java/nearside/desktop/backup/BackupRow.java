package nearside.desktop.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/// A backup as the list shows it.
///
/// @param changed when what it holds was last changed
public record BackupRow(Path file, Kind kind, Instant changed, long bytes, State state) {
    public BackupRow {
        Objects.requireNonNull(file);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(changed);
        Objects.requireNonNull(state);
    }

    /// For what it was made.
    public enum Kind {
        DAY,
        WEEK,
        BEFORE_VERSION
    }

    /// Whether it can be used.
    public enum State {
        SOUND,
        DAMAGED,
        FOREIGN
    }
}
