package nearside.desktop.catalogue;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.cloud.download.Inspection;
import nearside.cloud.download.Inspection.Finding;
import nearside.copilot.downloads.Provenance;
import nearside.copilot.models.InstalledModel;
import nearside.copilot.models.InstalledModel.Origin;
import nearside.copilot.models.Models;
import nearside.copilot.models.Removal;
import nearside.copilot.models.Removal.Was;
import nearside.desktop.pace.Background;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.storage.shelf.Arrival;
import nearside.storage.shelf.Footprint;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// What becomes of the models on this device: checked, given out of memory, removed. Lives on the
/// UI thread.
public final class Keeping {
    private static final System.Logger LOG = System.getLogger("nearside.catalogue");
    private static final long STEP = 64L << 20;

    private final Models models;
    private final Engine engine;
    private final Background background;
    private final Words words;
    private final ReadOnlyObjectWrapper<Optional<Said>> said =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private AtomicBoolean checking = new AtomicBoolean();
    private int latest;
    private Runnable onChange = () -> {};

    /// What it asks of the engine.
    ///
    /// @param use takes a model from now on
    /// @param unload gives the memory back
    public record Engine(Consumer<ModelFolder> use, Runnable unload) {}

    /// What is said of a model.
    record Said(String id, String sentence, Then then) {
        /// What a person can do about it.
        enum Then {
            NOTHING,
            STOP,
            /// It is asked whether it may go.
            ANSWER
        }
    }

    public Keeping(Models models, Engine engine, Background background, Words words) {
        this.models = models;
        this.engine = engine;
        this.background = background;
        this.words = words;
    }

    /// Told when a model is gone.
    void onChange(Runnable listener) {
        onChange = listener;
    }

    ReadOnlyObjectProperty<Optional<Said>> said() {
        return said.getReadOnlyProperty();
    }

    /// Nothing is said any more, and nothing goes on.
    void forget() {
        checking.set(false);
        latest++;
        said.set(Optional.empty());
    }

    void unload() {
        engine.unload().run();
    }

    private void say(String id, String sentence, Said.Then then) {
        said.set(Optional.of(new Said(id, sentence, then)));
    }

    /// Asks first.
    void askToRemove(String id) {
        forget();
        background.ask(
                () -> models.find(id).map(this::question),
                found -> found.ifPresent(it -> say(id, it, Said.Then.ANSWER)));
    }

    private String question(InstalledModel model) {
        return model.origin() == Origin.IN_PLACE
                ? words.of("models.remove.forget", model.id(), model.folder().toString())
                : words.of(
                        "models.remove.question",
                        model.id(),
                        new Amounts(words).bytes(Footprint.of(model.folder()).freedBytes()));
    }

    /// Throws away what was begun of a model.
    void discard(String id) {
        background.tell(() -> discarded(id), onChange);
    }

    /// What cannot be thrown away is shown again.
    private void discarded(String id) {
        try {
            Optional<Arrival> arrival = models.arrive(id);
            if (arrival.isPresent()) {
                arrival.get().discard();
            }
        } catch (IOException stays) {
            LOG.log(Level.WARNING, "a download could not be thrown away: {0}", stays.getClass());
        }
    }

    void remove(String id) {
        background.ask(
                () -> removed(id),
                sentence -> {
                    say(id, sentence, Said.Then.NOTHING);
                    onChange.run();
                });
    }

    private String removed(String id) {
        try {
            return switch (models.remove(id)) {
                case Removal.Removed(var _, long freed, var was) -> {
                    useInstead(was);
                    yield words.of("models.removed", id, new Amounts(words).bytes(freed));
                }
                case Removal.Forgotten(var model, var was) -> {
                    useInstead(was);
                    yield words.of("models.forgotten", id, model.folder().toString());
                }
                case Removal.Held _ -> words.of("models.held", id);
                case Removal.StarterStays _ -> words.of("models.starter-stays");
                case Removal.Unknown _ -> words.of("models.gone", id);
            };
        } catch (IOException broken) {
            return words.of("models.not-removed", id, broken.getClass().getSimpleName());
        }
    }

    private void useInstead(Was was) {
        if (was == Was.IN_USE
                && models.inUse().check() instanceof FolderCheck.Sound(ModelFolder folder)) {
            engine.use().accept(folder);
        }
    }

    /// Sums up its files and says whether they still are what was fetched.
    void check(String id) {
        forget();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        checking = goesOn;
        int mine = latest;
        say(id, words.of("models.checking", new Amounts(words).bytes(0)), Said.Then.STOP);
        background.ask(
                () -> checked(id, mine, goesOn),
                sentence -> {
                    if (latest == mine) {
                        say(id, sentence, Said.Then.NOTHING);
                    }
                });
    }

    void stopChecking() {
        checking.set(false);
    }

    private String checked(String id, int mine, AtomicBoolean goesOn) {
        Optional<InstalledModel> model = models.find(id);
        Optional<Provenance> from = model.flatMap(it -> Provenance.of(it.folder()));
        if (from.isEmpty()) {
            return words.of("models.gone", id);
        }
        try {
            Inspection inspection = from.get().inspection(model.get().folder());
            return of(id, inspection.run(new Reading(id, mine)::came, goesOn::get));
        } catch (IOException unreadable) {
            return words.of("models.check.unreadable", id, unreadable.getClass().getSimpleName());
        }
    }

    private String of(String id, Finding finding) {
        return switch (finding) {
            case Finding.Whole _ -> words.of("models.check.whole", id);
            case Finding.Missing(var file) -> words.of("models.check.missing", id, file.name());
            case Finding.Changed(var file) -> words.of("models.check.changed", id, file.name());
            case Finding.Stopped _ -> words.of("models.check.stopped");
        };
    }

    /// Tells how far a check is, a few times for each gigabyte.
    private final class Reading {
        private final String id;
        private final int mine;
        private final AtomicLong read = new AtomicLong();

        Reading(String id, int mine) {
            this.id = id;
            this.mine = mine;
        }

        void came(long bytes) {
            long now = read.addAndGet(bytes);
            if (now / STEP != (now - bytes) / STEP) {
                String sentence = words.of("models.checking", new Amounts(words).bytes(now));
                background
                        .ui()
                        .later(() -> {
                            if (latest == mine && checking.get()) {
                                say(id, sentence, Said.Then.STOP);
                            }
                        });
            }
        }
    }
}
