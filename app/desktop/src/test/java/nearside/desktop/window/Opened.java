package nearside.desktop.window;

import javafx.application.Platform;
import javafx.stage.Stage;

import nearside.cloud.outbound.Limits;
import nearside.cloud.outbound.Route;
import nearside.copilot.borrow.Door;
import nearside.copilot.borrow.Rules;
import nearside.copilot.borrow.Trial;
import nearside.copilot.catalogue.InForce;
import nearside.copilot.downloads.Downloads;
import nearside.copilot.models.Models;
import nearside.desktop.chat.Desk;
import nearside.desktop.device.PlayedDevice;
import nearside.desktop.downloads.DoorWays;
import nearside.desktop.downloads.Shops;
import nearside.desktop.manners.PlayedDesktop;
import nearside.desktop.models.EngineFeed;
import nearside.desktop.offline.PlayedShutter;
import nearside.desktop.offline.Standing;
import nearside.desktop.print.CupsPrinters;
import nearside.desktop.print.PlayedCups;
import nearside.desktop.print.Printers;
import nearside.desktop.welcome.AbilityViewModel.Computing;
import nearside.engine.device.Power;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.MemoryProbe;
import nearside.engine.pack.RuntimeNow;
import nearside.storage.ModelShelf;
import nearside.storage.Settings;
import nearside.storage.Settings.KvCache;
import nearside.storage.SettingsFile;
import nearside.storage.SettingsFound;
import nearside.storage.policy.PolicyState;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The real window over a real profile and a scripted engine.
record Opened(
        Desk desk,
        EngineFeed feed,
        SettingsFile settings,
        List<ModelFolder> used,
        List<KvCache> kept,
        List<String> shown,
        PlayedShutter shutter,
        PlayedDesktop around,
        Downloads downloads,
        NearsideWindow window,
        AtomicInteger leaving,
        AtomicInteger unloading,
        AtomicInteger reading)
        implements AutoCloseable {

    /// How often the catalogue was to be read anew.
    int readAnew() {
        return reading.get();
    }

    /// How often the engine was asked to give its memory back.
    int unloaded() {
        return unloading.get();
    }

    /// How often it was left for good.
    int left() {
        return leaving.get();
    }

    /// Opens it; on the UI thread.
    static Opened on(Stage stage, Path profile) {
        return on(stage, profile, new PolicyState.None());
    }

    /// The same with a way out that is shut already.
    static Opened on(Stage stage, Path profile, Standing standing) {
        return over(
                Desk.in(profile),
                stage,
                new PolicyState.None(),
                shutter(standing, stage),
                Shops.own());
    }

    /// The same where those models may be got.
    static Opened on(Stage stage, Path profile, Supplier<InForce> shop) {
        return over(
                Desk.in(profile),
                stage,
                new PolicyState.None(),
                shutter(new Standing.LocalFirst(), stage),
                shop);
    }

    /// The same under a policy.
    static Opened on(Stage stage, Path profile, PolicyState policy) {
        return over(Desk.in(profile), stage, policy);
    }

    /// The same over that desk.
    static Opened over(Desk desk, Stage stage, PolicyState policy) {
        return over(desk, stage, policy, shutter(new Standing.LocalFirst(), stage), Shops.own());
    }

    private static PlayedShutter shutter(Standing standing, Stage stage) {
        return new PlayedShutter(standing, () -> Platform.runLater(stage::hide));
    }

    private static Opened over(
            Desk desk,
            Stage stage,
            PolicyState policy,
            PlayedShutter shutter,
            Supplier<InForce> shop) {
        Path profile = desk.profile().folder();
        SettingsFile settings = new SettingsFile(profile);
        EngineFeed feed = new EngineFeed();
        List<ModelFolder> used = Collections.synchronizedList(new ArrayList<>());
        List<KvCache> kept = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger unloading = new AtomicInteger();
        AtomicInteger reading = new AtomicInteger();
        PlayedDesktop around = new PlayedDesktop();
        List<String> shown = Collections.synchronizedList(new ArrayList<>());
        Path starter = Path.of(System.getProperty("nearside.models"), "smollm2-135m-instruct-int4");
        Models models = new Models(starter, new ModelShelf(profile), settings);
        Downloads downloads = new Downloads(models, new DoorWays(door(desk, settings, policy)));
        Backstage backstage =
                new Backstage(
                        desk.orchestrator(),
                        Backstage.Memories.of(desk.profile(), settings),
                        new Backstage.Safety(
                                desk.profile().protection(),
                                stage::hide,
                                Backstage.Care.of(desk.profile())),
                        new Backstage.Minds(
                                models,
                                used::add,
                                unloading::incrementAndGet,
                                kept::add,
                                feed,
                                (_, _, _) -> 0,
                                new Computing(List::of, _ -> List.of(), () -> RuntimeNow.UNKNOWN),
                                shop,
                                reading::incrementAndGet,
                                PlayedSurvey.of(models),
                                downloads),
                        Backstage.Far.of(
                                desk.profile(),
                                (lender, waits) -> {
                                    try (Door door = door(desk, settings, policy)) {
                                        return new Trial(door).run(lender, waits);
                                    }
                                }),
                        new Backstage.Device(
                                new PlayedDevice(new MemoryProbe().read(), Power.UNKNOWN),
                                profile.resolve("logs"),
                                shown::add,
                                printers(profile),
                                around.surroundings()),
                        shutter.shutter());
        NearsideWindow window =
                new NearsideWindow(stage, backstage, opening(settings.open(), policy));
        AtomicInteger leaving = new AtomicInteger();
        window.onLeft(leaving::incrementAndGet);
        window.open();
        return new Opened(
                desk, feed, settings, used, kept, shown, shutter, around, downloads, window,
                leaving, unloading, reading);
    }

    /// Those that scripts beside the profile play, if there are any.
    private static Printers printers(Path profile) {
        return new CupsPrinters(Map.of("PATH", PlayedCups.folder(profile).toString()));
    }

    private static Door door(Desk desk, SettingsFile settings, PolicyState policy) {
        try {
            return Door.by(
                    Route.SYSTEM,
                    Limits.USUAL,
                    desk.profile().ledger(),
                    () -> new Rules(settings.read().borrowing(), policy.policy()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// In English, whatever the machine speaks.
    private static Opening opening(SettingsFound found, PolicyState policy) {
        Settings english = found.settings().with(Settings.Language.ENGLISH);
        return new Opening(
                new SettingsFound(found.file(), english, found.from(), found.troubles()), policy);
    }

    @Override
    public void close() {
        desk.close();
    }
}
