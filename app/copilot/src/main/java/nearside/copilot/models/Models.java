package nearside.copilot.models;

import nearside.copilot.models.InstalledModel.Origin;
import nearside.copilot.models.Removal.Was;
import nearside.copilot.outside.Outside;
import nearside.copilot.outside.Recognition;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.storage.ModelShelf;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;
import nearside.storage.shelf.Arrival;
import nearside.storage.shelf.Farewell;
import nearside.storage.shelf.Footprint;
import nearside.storage.shelf.ShelfName;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The models on this device, which of them is in use, and how others come and go.
public final class Models {
    private final Path starter;
    private final ModelShelf shelf;
    private final SettingsFile settings;

    public Models(Path starter, ModelShelf shelf, SettingsFile settings) {
        this.starter = starter.toAbsolutePath().normalize();
        this.shelf = shelf;
        this.settings = settings;
    }

    /// A model that is known, not looked at yet.
    private record Known(String id, Path folder, Origin origin) {
        InstalledModel looked() {
            return new InstalledModel(id, folder, origin, ModelFolder.check(folder));
        }
    }

    /// The starter first, then the imported ones by name, then those in their own places; flawed
    /// folders too, with their flaw.
    public List<InstalledModel> list() {
        return known().map(Known::looked).toList();
    }

    /// The person's choice if it is still there and sound, else the starter.
    public InstalledModel inUse() {
        return settings.read()
                .model()
                .flatMap(this::find)
                .filter(model -> model.check() instanceof FolderCheck.Sound)
                .orElseGet(() -> embedded().looked());
    }

    public Optional<InstalledModel> find(String id) {
        return known().filter(model -> model.id().equals(id)).findFirst().map(Known::looked);
    }

    private Known embedded() {
        return new Known(name(starter), starter, Origin.STARTER);
    }

    /// One for each id: the starter's own name is never another's, and what lies on the shelf goes
    /// before what lies elsewhere.
    private Stream<Known> known() {
        Map<String, Known> known = new LinkedHashMap<>();
        known.put(embedded().id(), embedded());
        for (Path folder : shelf.folders()) {
            known.putIfAbsent(name(folder), new Known(name(folder), folder, Origin.IMPORTED));
        }
        new TreeMap<>(settings.read().models().inPlace())
                .forEach((id, folder) ->
                        known.putIfAbsent(id, new Known(id, folder, Origin.IN_PLACE)));
        return known.values().stream();
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    /// Keeps this model as the person's choice.
    public void use(InstalledModel model) {
        Optional<String> choice =
                switch (model.origin()) {
                    case STARTER -> Optional.empty();
                    case IMPORTED, IN_PLACE -> Optional.of(model.id());
                };
        var _ = settings.change(now -> now.withModel(choice));
    }

    /// Bytes that can still be written where imported models lie.
    public long freeBytes() throws IOException {
        return shelf.freeBytes();
    }

    /// Checks what lies there and copies it onto the shelf.
    public ImportOutcome bringIn(Path source) throws IOException {
        return bringIn(source, Manner.COPY);
    }

    /// Checks a folder, a file of it, or a zip archive, and brings the model in. A link to it is
    /// followed, links in it are not.
    public ImportOutcome bringIn(Path source, Manner manner) throws IOException {
        return switch (Recognition.of(source)) {
            case Outside.Folder(Path folder) ->
                    switch (ModelFolder.check(folder)) {
                        case FolderCheck.Flawed(var flaw) -> new ImportOutcome.Refused(flaw);
                        case FolderCheck.Sound(ModelFolder sound) -> bringIn(sound, manner);
                    };
            case Outside.Zip(Path file) ->
                    manner == Manner.COPY
                            ? importer().unpack(file)
                            : new ImportOutcome.OnlyCopied(manner);
            case Outside.NoModel none -> new ImportOutcome.NoModel(none);
        };
    }

    private ImportOutcome bringIn(ModelFolder sound, Manner manner) throws IOException {
        return switch (manner) {
            case COPY -> importer().copy(sound);
            case LINK -> importer().link(sound);
            case IN_PLACE -> new ImportOutcome.Imported(keepInPlace(sound.path()).looked());
        };
    }

    /// The names of what does not lie on the shelf.
    private Set<String> elsewhere() {
        return Stream.concat(
                        Stream.of(name(starter)),
                        settings.read().models().inPlace().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Importer importer() {
        return new Importer(shelf, elsewhere());
    }

    /// A folder that is known already is not known twice.
    private Known keepInPlace(Path folder) throws IOException {
        Path real = folder.toRealPath();
        Optional<Known> already =
                known().filter(model -> Recognition.isSame(model.folder(), real)).findFirst();
        if (already.isPresent()) {
            return already.get();
        }
        Settings kept = settings.change(now -> now.with(now.models().with(free(real, now), real)));
        return kept.models().inPlace().entrySet().stream()
                .filter(place -> place.getValue().equals(real))
                .map(place -> new Known(place.getKey(), real, Origin.IN_PLACE))
                .findFirst()
                .orElseThrow();
    }

    /// An id that nothing has in those settings or on the shelf.
    private String free(Path folder, Settings now) {
        Stream<String> here =
                Stream.concat(Stream.of(starter), shelf.folders().stream()).map(Models::name);
        Set<String> taken =
                Stream.concat(here, now.models().inPlace().keySet().stream())
                        .collect(Collectors.toSet());
        return ShelfName.of(folder, taken).firstFree();
    }

    /// Deletes an imported model and forgets one that lies elsewhere. Where it was in use, the
    /// starter is.
    public Removal remove(String id) throws IOException {
        Optional<Known> found = known().filter(model -> model.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return new Removal.Unknown(id);
        }
        InstalledModel model = found.get().looked();
        Was was = settings.read().model().equals(Optional.of(id)) ? Was.IN_USE : Was.ASIDE;
        return switch (model.origin()) {
            case STARTER -> new Removal.StarterStays();
            case IN_PLACE -> {
                var _ = settings.change(now -> now.with(now.models().without(id)));
                yield new Removal.Forgotten(model, was);
            }
            case IMPORTED -> removed(model, was);
        };
    }

    private Removal removed(InstalledModel model, Was was) throws IOException {
        return switch (shelf.remove(model.id())) {
            case Farewell.Held(String problem) -> new Removal.Held(model, problem);
            case Farewell.Gone(Footprint room) -> {
                if (was == Was.IN_USE) {
                    var _ = settings.change(now -> now.withModel(Optional.empty()));
                }
                yield new Removal.Removed(model, room.freedBytes(), was);
            }
        };
    }

    /// A place for a model that comes in pieces; empty while another process brings the same one.
    public Optional<Arrival> arrive(String id) throws IOException {
        return shelf.arrive(id);
    }

    /// The names of all that was begun and did not arrive whole.
    public List<String> arrivals() throws IOException {
        return shelf.arrivals();
    }

    /// The room that what was begun of one takes.
    public Footprint arrivalRoom(String id) {
        return shelf.arrivalRoom(id);
    }

    /// Takes what arrived whole in the place of the model of that name, or beside it where the
    /// system does not let that one go.
    public InstalledModel replace(Arrival arrived) throws IOException {
        Optional<Path> replaced = arrived.replace();
        return replaced.isPresent() ? imported(replaced.get()) : settle(arrived);
    }

    private static InstalledModel imported(Path folder) {
        return new Known(name(folder), folder, Origin.IMPORTED).looked();
    }

    /// Takes what arrived whole among the models.
    public InstalledModel settle(Arrival arrived) throws IOException {
        return imported(arrived.settle(elsewhere()));
    }
}
