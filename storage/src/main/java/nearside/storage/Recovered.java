package nearside.storage;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What became of a database that was damaged.
///
/// @param set the folder in which the damaged files lie, as they were found
/// @param found what is there again
/// @param backup the backup that helped; empty when none could be read
public record Recovered(Instant at, Path set, Cause cause, Found found, Optional<Path> backup) {
    public Recovered {
        Objects.requireNonNull(at);
        Objects.requireNonNull(set);
        Objects.requireNonNull(cause);
        Objects.requireNonNull(found);
        Objects.requireNonNull(backup);
    }

    /// Why it was put together anew.
    public enum Cause {
        DAMAGED,
        /// Commits stood behind a damaged place of the log.
        LOG_DAMAGED,
        /// The last commit was not whole: the machine went down, or a damage at the very end.
        LOG_TORN,
        /// The file was gone or empty.
        MISSING,
        /// Another program's file had its name.
        FOREIGN,
        /// It was older than its newest backup: its log was removed or cut, or an older file was
        /// put in its place.
        WENT_BACK
    }

    /// What is there again, in numbers.
    ///
    /// @param whole messages of which every text can be read
    /// @param damaged messages of which some or all text is lost
    /// @param orphans texts of which nobody knows the message; they cannot be read
    /// @param fromBackup how many messages the backup gave or mended
    public record Found(int conversations, int whole, int damaged, int orphans, int fromBackup) {}

    /// All that was ever put aside in a profile, the last one first.
    public static List<Recovered> all(Path profile) {
        return new Aside(profile).all();
    }

    /// Whether anything was lost, as far as that can be known. A log that ends in the middle of a
    /// commit is what a power cut leaves.
    public boolean isLoss() {
        return cause != Cause.LOG_TORN || found.damaged() > 0 || found.orphans() > 0;
    }
}
