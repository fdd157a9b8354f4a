package nearside.storage.policy;

import java.nio.file.Path;

/// Everything that can be wrong with a policy. Each one names the file or folder that is.
public sealed interface PolicyFault {
    Path path();

    /// It is there and cannot be read.
    record Unreadable(Path path) implements PolicyFault {}

    /// A link, or a file in place of a folder, or the other way round.
    record WrongKind(Path path) implements PolicyFault {}

    /// It belongs to somebody who is no administrator.
    record ForeignOwner(Path path, String owner) implements PolicyFault {}

    /// Others than administrators may write to it.
    ///
    /// @param found its rights, or who may write
    record WritableByOthers(Path path, String found) implements PolicyFault {}

    record TooLarge(Path path, long foundBytes, long mostBytes) implements PolicyFault {}

    record TooMany(Path path, int foundFiles, int mostFiles) implements PolicyFault {}

    record NotJson(Path path, String problem) implements PolicyFault {}

    record DuplicateKey(Path path, String key) implements PolicyFault {}

    record UnknownKey(Path path, String key) implements PolicyFault {}

    record WrongValue(Path path, String key, String expected, String found)
            implements PolicyFault {}

    /// Two files say what cannot both be.
    record Conflict(Path path, String key, Path other) implements PolicyFault {}
}
