package nearside.copilot.models;

import nearside.engine.folder.FolderCheck;

import java.nio.file.Path;
import java.util.Objects;

/// A model folder on this device: the embedded starter, an imported one, or one that is used where
/// it lies.
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
        /// On the profile's own shelf.
        IMPORTED,
        /// Outside the profile, such as on a share.
        IN_PLACE
    }
}
