package nearside.desktop.start;

import static nearside.desktop.pace.Fx.onFx;
import static nearside.desktop.pace.Fx.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

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
import nearside.storage.policy.Policy;
import nearside.storage.policy.PolicyState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// The real window over a real profile, the real worker process and the real starter model.
@ExtendWith(ApplicationExtension.class)
final class RealWorkerFxTest {
    @TempDir Path folder;
    private final FxHand robot = new FxHand();
    private Stage stage;
    private Profile profile;
    private Wiring wiring;
    private WayOut wayOut;

    @BeforeEach
    void open() throws TimeoutException {
        stage = FxToolkit.registerStage(Stage::new);
        EngineFeed feed = new EngineFeed();
        profile = Profile.open(folder);
        wiring = new Wiring(Installation.of(System.getProperties()), profile, feed);
        wayOut = WayOut.of(profile, wiring.settings(), Policy.OPEN, Standing.LocalFirst::new);
        if (wiring.models().inUse().check() instanceof FolderCheck.Sound(var starter)) {
            wiring.use(starter);
        }
        Backstage backstage =
                new Backstage(
                        wiring.orchestrator(Optional.of(profile)),
                        Backstage.Memories.of(profile, wiring.settings()),
                        new Backstage.Safety(
                                profile.protection(), stage::close, Backstage.Care.of(profile)),
                        new Backstage.Minds(
                                wiring.models(),
                                wiring::use,
                                wiring::keep,
                                feed,
                                (_, _) -> 0,
                                new Computing(
                                        wiring.engine()::devices, wiring.engine()::standings)),
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
        wayOut.close();
        wiring.close();
        profile.close();
    }

    private String lastAnswer() {
        return robot.lookup("#answer-text").queryAll().stream()
                .map(node -> String.valueOf(((Region) node).getAccessibleText()))
                .reduce("", (_, last) -> last);
    }

    private boolean shows(String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    private List<Message> kept() {
        return profile.conversations().messages(profile.conversations().list().getFirst().id());
    }

    private void ask(String question) {
        robot.clickOn("#question").write(question).type(KeyCode.ENTER);
    }

    private static List<ProcessHandle> workers() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("launch.args"))
                .toList();
    }

    @Test
    void theWindowOutlivesItsWorkerAndTheNextQuestionIsAnswered() throws Exception {
        ask("Write a long story about the sea and a lighthouse keeper.");
        until(() -> lastAnswer().length() > 100);
        List<ProcessHandle> workers = workers();
        assertEquals(1, workers.size());
        workers.getFirst().destroyForcibly();
        until(() -> shows("#trouble") && shows("#continue"));
        assertEquals(Message.State.CUT, kept().getLast().state());
        assertEquals(lastAnswer(), kept().getLast().text());
        assertTrue(kept().getLast().text().length() > 100);
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        until(() -> lastAnswer().isEmpty());
        ask("What is the capital of France?");
        until(() ->
                kept().getFirst().text().contains("France")
                        && kept().getLast().state() == Message.State.DONE);
        assertEquals("The capital of France is Paris.", kept().getLast().text());
        until(() -> lastAnswer().equals(kept().getLast().text()));
        assertFalse(shows("#trouble"));
    }

    @Test
    void closingInMidAnswerKeepsEveryWord() throws Exception {
        ask("Write a long story about the sea and a lighthouse keeper.");
        until(() -> lastAnswer().length() > 100);
        String shown = lastAnswer();
        onFx(() -> {
            stage.close();
            return true;
        });
        wiring.close();
        assertEquals(Message.State.STOPPED, kept().getLast().state());
        assertTrue(kept().getLast().text().startsWith(shown));
    }
}
