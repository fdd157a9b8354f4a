package nearside.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The imported models of a profile: one folder each under `models`. Works without the profile's
/// lock.
public final class ModelShelf {
    public ModelShelf(Path profile) {
        throw new UnsupportedOperationException();
    }

    /// The folders that lie on the shelf, by name.
    public List<Path> folders() {
        throw new UnsupportedOperationException();
    }

    /// Copies the named files of a folder onto the shelf, under its own name or that name with a
    /// number behind it. Nothing half-copied ever bears the final name.
    public Path adopt(Path source, List<String> files) throws IOException {
        throw new UnsupportedOperationException();
    }
}
