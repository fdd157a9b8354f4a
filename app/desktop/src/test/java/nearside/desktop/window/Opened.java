package nearside.desktop.window;

import javafx.application.Platform;
import javafx.stage.Stage;

import nearside.copilot.models.Models;
import nearside.desktop.chat.Desk;
import nearside.desktop.models.EngineFeed;
import nearside.desktop.offline.PlayedDoor;
import nearside.desktop.offline.Standing;
import nearside.engine.folder.ModelFolder;
import nearside.engine.memory.MemoryProbe;
import nearside.storage.ModelShelf;
import nearside.storage.Settings;
import nearside.storage.Settings.KvCache;
import nearside.storage.SettingsFile;
import nearside.storage.SettingsFound;
import nearside.storage.policy.PolicyState;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The real window over a real profile and a scripted engine.
record Opened(
        Desk desk,
        EngineFeed feed,
        SettingsFile settings,
        List<ModelFolder> used,
        List<KvCache> kept,
        List<Path> shown,
        PlayedDoor door)
        implements AutoCloseable {

    /// Opens it; on the UI thread.
    static Opened on(Stage stage, Path profile) {
        return on(stage, profile, new PolicyState.None());
    }

    /// The same with a way out that is shut already.
    static Opened on(Stage stage, Path profile, Standing standing) {
        return on(stage, profile, new PolicyState.None(), door(standing, stage));
    }

    /// The same under a policy.
    static Opened on(Stage stage, Path profile, PolicyState policy) {
        return on(stage, profile, policy, door(new Standing.LocalFirst(), stage));
    }

    private static PlayedDoor door(Standing standing, Stage stage) {
        return new PlayedDoor(standing, () -> Platform.runLater(stage::hide));
    }

    private static Opened on(Stage stage, Path profile, PolicyState policy, PlayedDoor door) {
        Desk desk = Desk.in(profile);
        SettingsFile settings = new SettingsFile(profile);
        EngineFeed feed = new EngineFeed();
        List<ModelFolder> used = Collections.synchronizedList(new ArrayList<>());
        List<KvCache> kept = Collections.synchronizedList(new ArrayList<>());
        List<Path> shown = Collections.synchronizedList(new ArrayList<>());
        Path starter = Path.of(System.getProperty("nearside.models"), "smollm2-135m-instruct-int4");
        Models models = new Models(starter, new ModelShelf(profile), settings);
        Backstage backstage =
                new Backstage(
                        desk.orchestrator(),
                        Backstage.Memories.of(desk.profile(), settings),
                        new Backstage.Safety(
                                desk.profile().protection(),
                                stage::hide,
                                Backstage.Care.of(desk.profile())),
                        new Backstage.Minds(models, used::add, kept::add, feed),
                        new Backstage.Device(
                                new MemoryProbe()::read, 2, profile.resolve("logs"), shown::add),
                        door.door());
        new NearsideWindow(stage, backstage, opening(settings.open(), policy)).open();
        return new Opened(desk, feed, settings, used, kept, shown, door);
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
