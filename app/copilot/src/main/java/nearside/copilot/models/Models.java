package nearside.copilot.models;

import nearside.copilot.models.InstalledModel.Origin;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.FolderFlaw;
import nearside.engine.folder.ModelFolder;
import nearside.storage.ModelShelf;
import nearside.storage.SettingsFile;
import nearside.storage.shelf.Arrival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The models on this device, which of them is in use, and how another comes in.
public final class Models {
    private final Path starter;
    private final ModelShelf shelf;
    private final SettingsFile settings;

    public Models(Path starter, ModelShelf shelf, SettingsFile settings) {
        this.starter = starter.toAbsolutePath().normalize();
        this.shelf = shelf;
        this.settings = settings;
    }

    /// The starter first, then the imported ones by name; flawed folders too, with their flaw.
    public List<InstalledModel> list() {
        return folders().map(this::installed).toList();
    }

    /// The person's choice if it is still there and sound, else the starter.
    public InstalledModel inUse() {
        return settings.read()
                .model()
                .flatMap(this::find)
                .filter(model -> model.check() instanceof FolderCheck.Sound)
                .orElseGet(() -> installed(starter));
    }

    public Optional<InstalledModel> find(String id) {
        return folders().filter(folder -> id(folder).equals(id)).findFirst().map(this::installed);
    }

    /// The starter's own name is never another's.
    private Stream<Path> folders() {
        Stream<Path> imported =
                shelf.folders().stream().filter(folder -> !id(folder).equals(id(starter)));
        return Stream.concat(Stream.of(starter), imported);
    }

    private static String id(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private InstalledModel installed(Path folder) {
        Origin origin = folder.equals(starter) ? Origin.STARTER : Origin.IMPORTED;
        return new InstalledModel(id(folder), folder, origin, ModelFolder.check(folder));
    }

    /// Keeps this model as the person's choice.
    public void use(InstalledModel model) {
        Optional<String> choice =
                switch (model.origin()) {
                    case STARTER -> Optional.empty();
                    case IMPORTED -> Optional.of(model.id());
                };
        var _ = settings.change(now -> now.withModel(choice));
    }

    /// Bytes that can still be written where imported models lie.
    public long freeBytes() throws IOException {
        return shelf.freeBytes();
    }

    /// Checks the folder and copies it onto the shelf. A link to the folder is followed, links in
    /// it are not.
    public ImportOutcome bringIn(Path folder) throws IOException {
        return switch (ModelFolder.check(resolved(folder))) {
            case FolderCheck.Flawed(FolderFlaw flaw) -> new ImportOutcome.Refused(flaw);
            case FolderCheck.Sound(ModelFolder sound) -> bringIn(sound);
        };
    }

    private static Path resolved(Path folder) throws IOException {
        try {
            return folder.toRealPath();
        } catch (NoSuchFileException absent) {
            return folder;
        }
    }

    private ImportOutcome bringIn(ModelFolder sound) throws IOException {
        List<String> files = sound.contents().files();
        long needed = 0;
        for (String file : files) {
            needed += Files.size(sound.path().resolve(file));
        }
        long free = freeBytes();
        if (free < needed) {
            return new ImportOutcome.NoSpace(needed, free);
        }
        Path adopted = shelf.adopt(sound.path(), files, Set.of(id(starter)));
        return new ImportOutcome.Imported(installed(adopted));
    }

    /// A place for a model that comes in pieces; empty while another process brings the same one.
    public Optional<Arrival> arrive(String id) throws IOException {
        return shelf.arrive(id);
    }

    /// The names of all that was begun and did not arrive whole.
    public List<String> arrivals() throws IOException {
        return shelf.arrivals();
    }

    /// Takes what arrived whole among the models.
    public InstalledModel settle(Arrival arrived) throws IOException {
        return installed(arrived.settle(Set.of(id(starter))));
    }

    /// What came of an import.
    public sealed interface ImportOutcome {
        record Imported(InstalledModel model) implements ImportOutcome {}

        record Refused(FolderFlaw flaw) implements ImportOutcome {}

        record NoSpace(long neededBytes, long freeBytes) implements ImportOutcome {}
    }
}
