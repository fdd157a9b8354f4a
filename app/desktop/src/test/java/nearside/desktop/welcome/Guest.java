package nearside.desktop.welcome;

import nearside.copilot.device.Speeds;
import nearside.copilot.downloads.Downloads;
import nearside.copilot.models.Models;
import nearside.copilot.orchestrator.ModelInUse;
import nearside.copilot.orchestrator.Orchestrator;
import nearside.copilot.orchestrator.Situation;
import nearside.desktop.borrow.BorrowViewModel;
import nearside.desktop.downloads.DownloadsViewModel;
import nearside.desktop.downloads.Shops;
import nearside.desktop.downloads.TripText;
import nearside.desktop.models.ModelsViewModel;
import nearside.desktop.offline.OfflineViewModel;
import nearside.desktop.offline.PlayedShutter;
import nearside.desktop.offline.Standing;
import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.trouble.Explain;
import nearside.desktop.welcome.AbilityViewModel.Computing;
import nearside.desktop.words.Words;
import nearside.engine.Engine;
import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.Usage;
import nearside.engine.accelerator.Device;
import nearside.engine.folder.ModelFolder;
import nearside.engine.local.EngineState;
import nearside.engine.memory.Memory;
import nearside.engine.pack.RuntimeNow;
import nearside.storage.Measures;
import nearside.storage.ModelShelf;
import nearside.storage.Profile;
import nearside.storage.Settings;
import nearside.storage.SettingsFile;
import nearside.storage.policy.PolicyState;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// A new person before a bare profile: all that the welcome speaks of is real but the engine, the
/// memory and the shutter.
final class Guest implements AutoCloseable {
    static final String STARTER = "smollm2-135m-instruct-int4";
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));

    final HeldThread ui = new HeldThread();
    final Profile profile;
    final SettingsFile settings;
    final PlayedShutter shutter;
    final ModelsViewModel models;
    final OfflineViewModel mode;
    final BorrowViewModel borrow;
    final WelcomeViewModel welcome;
    final Downloads downloads;
    final List<Device> devices = new ArrayList<>();
    final Speeds speeds;
    private final ModelInUse inUse;
    Memory memory = new Memory(8L << 30, 16L << 30);
    int readings;

    Guest(Path folder) {
        this(folder, new PolicyState.None(), new Standing.LocalFirst());
    }

    Guest(Path folder, PolicyState policy, Standing standing) {
        profile = Profile.open(folder);
        settings = new SettingsFile(folder);
        shutter = new PlayedShutter(standing, () -> {});
        Words words = Words.of(Locale.ENGLISH);
        Explain explain = new Explain(words);
        Background background =
                new Background(
                        Runnable::run,
                        ui,
                        failure -> {
                            throw new AssertionError(failure);
                        });
        speeds = new Speeds(new Measures(folder));
        inUse = new ModelInUse((_, _) -> {}, () -> new EngineState.Ready(STARTER), () -> memory);
        Models shelf = new Models(MODELS.resolve(STARTER), new ModelShelf(folder), settings);
        models = new ModelsViewModel(shelf, _ -> {}, background, explain);
        mode = new OfflineViewModel(shutter.shutter(), settings, background);
        borrow =
                new BorrowViewModel(
                        new BorrowViewModel.Behind(
                                profile.farModels(),
                                settings,
                                (_, _) -> {
                                    throw new AssertionError("nothing is tried");
                                }),
                        policy.policy(),
                        background,
                        background,
                        explain);
        downloads =
                new Downloads(shelf, (_, _) -> new Downloads.Way.Shut("nothing is fetched here"));
        welcome =
                WelcomeViewModel.of(
                        settings.read(),
                        policy,
                        new WelcomeViewModel.Behind(
                                shelf,
                                orchestrator(),
                                new Computing(
                                        this::devices, _ -> List.of(), () -> RuntimeNow.UNKNOWN),
                                Shops.own(),
                                settings,
                                background,
                                background),
                        new WelcomeViewModel.Beside(
                                models,
                                new DownloadsViewModel(
                                        downloads, background, new TripText(words, explain)),
                                mode,
                                borrow),
                        words);
    }

    private Orchestrator orchestrator() {
        return new Orchestrator(
                new Orchestrator.Device(
                        new Silent(),
                        inUse,
                        () -> memory,
                        speeds,
                        () -> Situation.Pace.USUAL_PATIENCE),
                Optional.empty());
    }

    private List<Device> devices() {
        readings++;
        return List.copyOf(devices);
    }

    /// As a turn of that model does.
    void measured(ModelFolder folder, Usage usage) {
        speeds.learn(folder.id() + " " + folder.contents().tokenizerHash() + " FLOAT32", usage);
    }

    Settings.Welcome kept() {
        return settings.read().welcome();
    }

    @Override
    public void close() {
        profile.close();
    }

    private record Silent() implements Engine {
        @Override
        public Reply answer(Prompt prompt) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public OptionalInt count(String text) {
            return OptionalInt.empty();
        }
    }
}
