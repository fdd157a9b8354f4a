package nearside.desktop.start;

import static nearside.desktop.pace.Fx.onFx;

import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import nearside.copilot.catalogue.InForce;
import nearside.copilot.downloads.Downloads;
import nearside.desktop.manners.Surroundings;
import nearside.desktop.models.EngineFeed;
import nearside.desktop.offline.Standing;
import nearside.desktop.pace.FxHand;
import nearside.desktop.welcome.AbilityViewModel.Computing;
import nearside.desktop.window.Backstage;
import nearside.desktop.window.NearsideWindow;
import nearside.desktop.window.Opening;
import nearside.engine.folder.FolderCheck;
import nearside.storage.Message;
import nearside.storage.Profile;
import nearside.storage.SettingsFile;
import nearside.storage.policy.Policy;
import nearside.storage.policy.PolicyState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The real window over a real profile, the real worker process and the real starter model, with a
/// robot in front of it.
@ExtendWith(ApplicationExtension.class)
abstract class RealWorkerFx {
    @TempDir Path folder;
    final FxHand robot = new FxHand();
    Stage stage;
    Profile profile;
    Wiring wiring;
    private WayOut wayOut;
    private Downloads downloads;

    /// Where models may be got.
    abstract Supplier<InForce> shop();

    /// What a person chose before.
    void choose(SettingsFile settings) {}

    @BeforeEach
    void open() throws TimeoutException {
        stage = FxToolkit.registerStage(Stage::new);
        EngineFeed feed = new EngineFeed();
        profile = Profile.open(folder);
        wiring = new Wiring(Installation.of(System.getProperties()), profile, feed);
        choose(wiring.settings());
        wayOut = WayOut.of(profile, wiring.settings(), Policy.OPEN, Standing.LocalFirst::new);
        if (wiring.models().inUse().check() instanceof FolderCheck.Sound(var starter)) {
            wiring.use(starter);
        }
        downloads = new Downloads(wiring.models(), wayOut);
        Backstage backstage =
                new Backstage(
                        wiring.orchestrator(Optional.of(profile)),
                        Backstage.Memories.of(profile, wiring.settings()),
                        new Backstage.Safety(
                                profile.protection(), stage::close, Backstage.Care.of(profile)),
                        new Backstage.Minds(
                                wiring.models(),
                                wiring::use,
                                wiring.engine()::unload,
                                wiring::keep,
                                feed,
                                (_, _, _) -> 0,
                                new Computing(
                                        wiring.engine()::devices,
                                        wiring.engine()::standings,
                                        wiring.engine()::runtime),
                                shop(),
                                () -> {},
                                wiring.survey(),
                                downloads),
                        Backstage.Far.of(profile, wayOut::trial),
                        new Backstage.Device(
                                wiring.watch()::listen,
                                folder,
                                _ -> {},
                                PrintersHere.of(System.getProperty("os.name")),
                                Surroundings.NONE),
                        OfflineSeal.ofCommand().shutter(stage::close));
        onFx(() -> {
            Opening opening = new Opening(wiring.found(), new PolicyState.None());
            new NearsideWindow(stage, backstage, opening).open();
            return true;
        });
    }

    @AfterEach
    void close() {
        onFx(() -> {
            stage.close();
            return true;
        });
        downloads.close();
        wayOut.close();
        wiring.close();
        profile.close();
    }

    String lastAnswer() {
        return robot.lookup("#answer-text").queryAll().stream()
                .map(node -> String.valueOf(((Region) node).getAccessibleText()))
                .reduce("", (_, last) -> last);
    }

    boolean shows(String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    List<Message> kept() {
        return profile.conversations().messages(profile.conversations().list().getFirst().id());
    }

    void ask(String question) {
        robot.clickOn("#question").write(question).type(KeyCode.ENTER);
    }
}
