package nearside.storage;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a refused file means: no right to it, or no room for it.
final class Refusal {
    private static final long NEARLY_FULL_BYTES = 1 << 16;

    private Refusal() {}

    static StorageFailure of(Path profile, IOException refused) {
        try {
            FileStore disk = Files.getFileStore(profile);
            long free = disk.getUsableSpace();
            return free < NEARLY_FULL_BYTES && !disk.isReadOnly()
                    ? new StorageFailure.DiskFull(profile, free)
                    : new StorageFailure.Denied(profile);
        } catch (IOException gone) {
            refused.addSuppressed(gone);
            return new StorageFailure.Denied(profile);
        }
    }
}
