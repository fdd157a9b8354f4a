package nearside.storage;

import java.nio.file.Path;

/// One person's profile folder, held by this process until closed: the database, the settings and
/// the imported models.
public final class Profile implements AutoCloseable {

    /// Opens the profile and takes its lock. Throws [StorageException] with the failure when it
    /// cannot.
    public static Profile open(Path folder) {
        throw new UnsupportedOperationException();
    }

    public Path folder() {
        throw new UnsupportedOperationException();
    }

    public Conversations conversations() {
        throw new UnsupportedOperationException();
    }

    public Journal journal() {
        throw new UnsupportedOperationException();
    }

    public Drafts drafts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
