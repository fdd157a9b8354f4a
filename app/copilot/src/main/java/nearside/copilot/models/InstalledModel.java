package nearside.copilot.models;

import nearside.engine.folder.FolderCheck;

import java.nio.file.Path;
import java.util.Objects;

/// A model folder on this device: the embedded starter or an imported one.
public record InstalledModel(String id, Path folder, Origin origin, FolderCheck check) {
    public InstalledModel {
        Objects.requireNonNull(id);
        Objects.requireNonNull(folder);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(check);
    }

    /// Where it came from.
    public enum Origin {
        /// The small model that comes with the program.
        STARTER,
        IMPORTED
    }
}
