package nearside.storage;

import nearside.storage.backup.BackupName;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/// A copy of the database from which conversations can be brought back.
///
/// @param changed when what it holds was last changed
public record Backup(Path file, Kind kind, Instant changed, long bytes, State state) {
    public Backup {
        Objects.requireNonNull(file);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(changed);
        Objects.requireNonNull(state);
    }

    /// For what it was made.
    public enum Kind {
        DAY,
        WEEK,
        /// Before the tables were brought to a later version.
        BEFORE_VERSION;

        static Kind of(BackupName name) {
            return switch (name) {
                case BackupName.Day _ -> DAY;
                case BackupName.Week _ -> WEEK;
                case BackupName.BeforeVersion _ -> BEFORE_VERSION;
            };
        }
    }

    /// Whether it can be used.
    public enum State {
        SOUND,
        DAMAGED,
        /// Sealed by another profile's key.
        FOREIGN
    }
}
