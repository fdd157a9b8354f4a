package nearside.desktop.start;

import nearside.copilot.borrow.Borrowing;
import nearside.copilot.catalogue.CatalogueSite;
import nearside.copilot.catalogue.InForce;
import nearside.copilot.device.DeviceWatch;
import nearside.copilot.device.Footprints;
import nearside.copilot.device.Speed;
import nearside.copilot.device.Speeds;
import nearside.copilot.fit.Computing.Found;
import nearside.copilot.fit.Survey;
import nearside.copilot.models.InstalledModel;
import nearside.copilot.models.Models;
import nearside.copilot.orchestrator.Kept;
import nearside.copilot.orchestrator.ModelInUse;
import nearside.copilot.orchestrator.Orchestrator;
import nearside.copilot.orchestrator.Situation;
import nearside.copilot.orchestrator.Situation.Cache;
import nearside.engine.KvPrecision;
import nearside.engine.accelerator.TryOrder;
import nearside.engine.device.DeviceProbe;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.EngineState;
import nearside.engine.local.LocalEngine;
import nearside.engine.local.SnapshotShelf;
import nearside.engine.local.WorkerCommand;
import nearside.engine.memory.Memory;
import nearside.engine.memory.MemoryProbe;
import nearside.engine.memory.ModelSize;
import nearside.engine.memory.Need;
import nearside.storage.KvSnapshots;
import nearside.storage.Measures;
import nearside.storage.ModelShelf;
import nearside.storage.Profile;
import nearside.storage.Settings;
import nearside.storage.Settings.KvCache;
import nearside.storage.SettingsFile;
import nearside.storage.SettingsFound;
import nearside.storage.SnapshotKeys;
import nearside.storage.policy.Policy;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Puts the house together: the one place that constructs the engine, the orchestrator and the
/// models.
public final class Wiring implements AutoCloseable {
    private final LocalEngine engine;
    private final Models models;
    private final SettingsFile settings;
    private final SettingsFound found;
    private final TryOrder tryOrder;
    private final MemoryProbe probe = new MemoryProbe();
    private final DeviceWatch watch;
    private final ModelInUse model;
    private final Speeds speeds;
    private final KeptCatalogues catalogues;
    private @Nullable Orchestrator orchestrator;

    /// One beside a profile that is not open, or not by this program: nothing is kept of what is
    /// read.
    public Wiring(Installation installation, Path profile, Consumer<EngineState> onState) {
        this(installation, profile, Optional.empty(), onState);
    }

    /// One whose engine keeps in the profile what it has read of its conversations. It must be
    /// closed before the profile.
    public Wiring(Installation installation, Profile profile, Consumer<EngineState> onState) {
        this(installation, profile.folder(), Optional.of(profile.snapshots()), onState);
    }

    /// One whose engine keeps in a folder what it has read of one conversation, sealed with a key
    /// that is lost with it: to measure what that brings.
    public static Wiring keeping(Installation installation, Path folder, String conversation) {
        KvSnapshots snapshots = KvSnapshots.in(folder, SnapshotKeys.ofOne(conversation));
        return new Wiring(installation, folder, Optional.of(snapshots), _ -> {});
    }

    private Wiring(
            Installation installation,
            Path profile,
            Optional<KvSnapshots> snapshots,
            Consumer<EngineState> onState) {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        WorkerCommand command = new WorkerCommand(installation.worker(), temp);
        snapshots.ifPresent(KvSnapshots::prepare);
        engine =
                new LocalEngine(
                        command,
                        new KeptScales(profile),
                        snapshots.<SnapshotShelf>map(KeptSnapshots::new).orElse(SnapshotShelf.NONE),
                        onState);
        settings = new SettingsFile(profile);
        found = settings.open();
        Settings.Running running = found.settings().running();
        running.unloadAfter().ifPresent(engine::unloadAfter);
        tryOrder = TryOrder.of(running.accelerators());
        engine.accelerate(tryOrder, new KeptVerdicts(profile), installation.packs());
        DeviceProbe device = new DeviceProbe();
        watch = new DeviceWatch(() -> device.read().with(engine.now()));
        Measures measures = new Measures(profile);
        model =
                new ModelInUse(
                        engine::use,
                        engine::state,
                        probe::read,
                        new Here(),
                        new Footprints(measures, engine::footprint));
        engine.expect(model::measured);
        speeds = new Speeds(measures);
        models = new Models(installation.starter(), new ModelShelf(profile), settings);
        catalogues = KeptCatalogues.in(profile, installation.catalogue());
    }

    /// One that borrows nothing.
    public Orchestrator orchestrator(Optional<Profile> profile) {
        return orchestrator(profile, Optional.empty());
    }

    /// One that may borrow.
    public Orchestrator orchestrator(Optional<Profile> profile, Optional<Borrowing> borrowing) {
        Orchestrator made =
                new Orchestrator(
                        new Orchestrator.Device(
                                engine,
                                model,
                                probe::read,
                                speeds,
                                () -> Situation.Pace.USUAL_PATIENCE,
                                () -> settings.read().running().never(),
                                watch,
                                engine),
                        profile.map(open -> Kept.of(open)),
                        borrowing);
        orchestrator = made;
        return made;
    }

    /// The models that are here, beside the chosen one.
    private final class Here implements ModelInUse.Others {
        @Override
        public List<ModelFolder> standIns() {
            return switch (settings.read().running().allows(Settings.Relief.STAND_IN)) {
                case NEVER -> List.of();
                case ALLOWED -> models.list().stream().flatMap(it -> sound(it).stream()).toList();
            };
        }

        @Override
        public Optional<ModelFolder> named(String id) {
            return models.find(id).flatMap(Here::sound);
        }

        private static Optional<ModelFolder> sound(InstalledModel model) {
            return model.check() instanceof FolderCheck.Sound(var folder)
                    ? Optional.of(folder)
                    : Optional.empty();
        }
    }

    /// Takes this model from now on, its cache kept as the settings say.
    public void use(ModelFolder folder) {
        model.use(folder, settings.read().running().kvCache());
    }

    /// Takes this model from now on with the cache kept so and not otherwise.
    public void use(ModelFolder folder, KvPrecision precision) {
        model.use(
                folder,
                switch (precision) {
                    case FLOAT32 -> KvCache.FLOAT32;
                    case INT8 -> KvCache.INT8;
                });
    }

    /// Keeps the cache of the model in use so from now on.
    public void keep(KvCache setting) {
        model.keep(setting);
    }

    public LocalEngine engine() {
        return engine;
    }

    public Models models() {
        return models;
    }

    /// What may be got here under that policy; blocks where its catalogue has to be fetched.
    ///
    /// @param site asked if the policy names an address, and only then
    public InForce catalogue(Policy.Models policy, CatalogueSite site) {
        return catalogues.inForce(policy, site);
    }

    /// Judges models for this device.
    ///
    /// @param memory what there is for one
    public Survey survey(Supplier<Memory> memory) {
        return new Survey(models, new DeviceNow(memory));
    }

    /// The same as it is now: what the model in use holds is there for another.
    public Survey survey() {
        return survey(() -> watch.now().memory().and(held()));
    }

    /// By the size that its files say.
    private long held() {
        return model.loaded()
                .map(folder -> Need.toStay(ModelSize.of(folder, KvPrecision.FLOAT32)).bytes())
                .orElse(0L);
    }

    /// What models are judged by.
    private final class DeviceNow implements Survey.Device {
        private final Supplier<Memory> memory;

        DeviceNow(Supplier<Memory> memory) {
            this.memory = memory;
        }

        @Override
        public Memory memory() {
            return memory.get();
        }

        @Override
        public Found found() {
            return new Found(engine.devices(), tryOrder, List.of());
        }

        @Override
        public Cache cache() {
            return switch (settings.read().running().kvCache()) {
                case AUTO -> Cache.FLOAT32_OR_INT8;
                case FLOAT32 -> Cache.FLOAT32;
                case INT8 -> Cache.INT8;
            };
        }

        @Override
        public Speed speed(ModelFolder folder) {
            return model.speed(folder, speeds);
        }
    }

    /// How fast a model was measured to be here with its cache as the settings say.
    public Speed speed(ModelFolder folder) {
        return model.speed(folder, speeds);
    }

    public SettingsFile settings() {
        return settings;
    }

    /// The settings as they were at the start, and what was wrong with them.
    public SettingsFound found() {
        return found;
    }

    /// The order in which accelerators are tried.
    public TryOrder tryOrder() {
        return tryOrder;
    }

    /// Watches the device while somebody listens.
    public DeviceWatch watch() {
        return watch;
    }

    /// Stops what is being written and keeps it, then ends the worker.
    @Override
    public void close() {
        if (orchestrator != null) {
            orchestrator.close();
        }
        watch.close();
        engine.close();
    }
}
