package nearside.storage;

import java.nio.file.Path;

/// Every expected way in which the store fails, with its numbers. Sentences are made elsewhere.
public sealed interface StorageFailure {
    /// Another window or program holds the profile.
    record InUse(Path profile) implements StorageFailure {}

    /// The folder or a file in it may not be read or written.
    record Denied(Path path) implements StorageFailure {}

    record DiskFull(Path profile, long freeBytes) implements StorageFailure {}

    /// The key of the profile was not found, or a person must give it.
    record Locked(Path profile, Lock lock) implements StorageFailure {}

    /// The profile lies on another machine, where nothing is certain to be kept.
    ///
    /// @param type of the file system
    record OnNetwork(Path profile, String type) implements StorageFailure {}

    /// The database is damaged: what its own check says first.
    record Damaged(Path file, String finding) implements StorageFailure {}

    /// The database was written by a newer version of this program.
    record Newer(Path file, int foundVersion, int knownVersion) implements StorageFailure {}

    /// The SQLite library is older than the first version without the WAL-reset bug.
    record LibraryTooOld(String found, String needed) implements StorageFailure {}

    /// Reading or writing failed; the connection was opened anew.
    record Broken(Path file, int code) implements StorageFailure {}
}
