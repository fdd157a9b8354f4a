package nearside.copilot.models;

import nearside.engine.folder.FolderFlaw;
import nearside.storage.ModelShelf;
import nearside.storage.SettingsFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The models on this device, which of them is in use, and how another comes in.
public final class Models {
    public Models(Path starter, ModelShelf shelf, SettingsFile settings) {
        throw new UnsupportedOperationException();
    }

    /// The starter first, then the imported ones by name; flawed folders too, with their flaw.
    public List<InstalledModel> list() {
        throw new UnsupportedOperationException();
    }

    /// The person's choice if it is still there and sound, else the starter.
    public InstalledModel inUse() {
        throw new UnsupportedOperationException();
    }

    public Optional<InstalledModel> find(String id) {
        throw new UnsupportedOperationException();
    }

    /// Keeps this model as the person's choice.
    public void use(InstalledModel model) {
        throw new UnsupportedOperationException();
    }

    /// Checks the folder and copies it onto the shelf.
    public ImportOutcome bringIn(Path folder) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// What came of an import.
    public sealed interface ImportOutcome {
        record Imported(InstalledModel model) implements ImportOutcome {}

        record Refused(FolderFlaw flaw) implements ImportOutcome {}

        record NoSpace(long neededBytes, long freeBytes) implements ImportOutcome {}
    }
}
