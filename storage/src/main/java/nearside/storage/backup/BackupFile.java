package nearside.storage.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/// A backup on the disk.
///
/// @param of when what it holds was last changed
public record BackupFile(Path path, BackupName name, Instant of, long bytes) {
    public BackupFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(name);
        Objects.requireNonNull(of);
    }
}
