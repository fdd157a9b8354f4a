package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;

import nearside.desktop.tray.Tray.Seen;
import nearside.desktop.tray.TrayFace;
import nearside.engine.Finish;
import nearside.engine.local.EngineState;
import nearside.storage.Conversation;
import nearside.storage.Manners.Closing;
import nearside.storage.Manners.QuickKey;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// The program beside others on the desktop: the tray, the small window, notices.
final class MannersFxTest extends WindowFx {
    private void choose(Closing closing) {
        opened.settings().change(old -> old.with(old.manners().with(closing)));
    }

    private void stays() throws Exception {
        choose(Closing.TRAY);
        reopen();
        until(() -> opened.around().face().isPresent());
    }

    private TrayFace face() {
        return opened.around().face().orElseThrow();
    }

    private void choose(String item) {
        TrayFace.Item chosen =
                face().items().stream()
                        .filter(it -> it.text().equals(item))
                        .findFirst()
                        .orElseThrow();
        onFx(() -> {
            chosen.action().run();
            return true;
        });
    }

    private void askToClose() {
        onFx(() -> {
            WindowEvent request = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
            stage.fireEvent(request);
            if (!request.isConsumed()) {
                stage.hide();
            }
            return true;
        });
    }

    private boolean isShowing() {
        return onFx(() -> stage.isShowing());
    }

    @Test
    void closedItStaysInTheTrayAndComesBack() throws Exception {
        stays();
        assertEquals("Nearside", face().name());
        assertFalse(face().pictures().isEmpty() && !stage.getIcons().isEmpty());
        askAndGet("First", "One");
        robot.clickOn("#question").write("half a thought");
        askToClose();
        assertFalse(isShowing());
        assertEquals(0, opened.left());
        choose("Open Nearside");
        assertTrue(isShowing());
        assertEquals("half a thought", text("#question"));
        askToClose();
        choose("Quit");
        until(() -> opened.left() == 1);
        assertEquals(
                "half a thought",
                opened.desk().profile().drafts().of(Optional.of(stored().getFirst().id())));
    }

    @Test
    void whereNoTrayIsSeenItEnds() throws Exception {
        stays();
        opened.around().tray(Seen.NO);
        until(() -> true);
        askToClose();
        assertEquals(1, opened.left());
    }

    @Test
    void asUsualItEnds() {
        askToClose();
        assertEquals(1, opened.left());
    }

    @Test
    void aQuestionFromAnywhereIsAnsweredInASmallWindow() throws Exception {
        opened.settings().change(old -> old.with(old.manners().with(QuickKey.CTRL_ALT_SPACE)));
        reopen();
        until(() -> opened.around().keys().isPresent());
        robot.clickOn("#question").write("being written");
        opened.around().press();
        until(() -> shows("#quick-question"));
        robot.clickOn("#quick-question").write("How far is the moon?").type(KeyCode.ENTER);
        until(() -> opened.desk().engine().asked().size() == 1);
        assertTrue(shows("#quick-stop"));
        opened.desk().engine().write("Very **far**.");
        until(() -> text("#quick-answer").equals("Very **far**."));
        opened.desk().engine().finish(Finish.EOS);
        until(() -> !shows("#quick-stop"));
        robot.clickOn("#quick-copy");
        assertEquals("Very **far**.", onFx(() -> Clipboard.getSystemClipboard().getString()));
        assertEquals("being written", text("#question"), "the window is as it was");
        assertEquals(1, stored().size());
        robot.clickOn("#quick-open");
        until(() -> text("#title").equals("How far is the moon?"));
        assertFalse(shows("#quick-question"));
        assertEquals("Very **far**.", text("#answer-text"));
    }

    @Test
    void aSmallWindowIsLeftByEscapeAndItsAnswerIsKept() throws Exception {
        onFx(() -> {
            opened.window().quick();
            return true;
        });
        robot.clickOn("#quick-question").write("First").type(KeyCode.ENTER);
        until(() -> opened.desk().engine().asked().size() == 1);
        opened.desk().engine().write("One");
        until(() -> text("#quick-answer").equals("One"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#quick-question"));
        opened.desk().engine().finish(Finish.EOS);
        until(() -> stored().size() == 1);
        onFx(() -> {
            opened.window().quick();
            return true;
        });
        until(() -> text("#quick-answer").equals("One") && !shows("#quick-stop"));
        robot.clickOn("#quick-anew").write("Second").type(KeyCode.ENTER);
        until(() -> opened.desk().engine().asked().size() == 2);
        robot.clickOn("#quick-stop");
        until(() -> !shows("#quick-stop"));
        until(() -> stored().size() == 2);
    }

    private void take(String what) {
        onFx(() -> {
            opened.window().take(what);
            return true;
        });
    }

    /// Any web page can hand over any address.
    @Test
    void anAddressOpensItsMessageOrSaysThatItLeadsNowhere() {
        askAndGet("First", "One");
        Conversation first = stored().getFirst();
        String conversation = "nearside:conversation/" + first.id().value() + "/message/";
        String here =
                conversation
                        + opened.desk()
                                .profile()
                                .conversations()
                                .messages(first.id())
                                .getLast()
                                .id()
                                .value();
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        until(() -> !shows(".answer"));
        take(here);
        until(() -> text("#title").equals("First"));
        assertFalse(shows("#trouble-bar"));
        take("nearside:conversation/gone/message/m");
        until(() -> shows("#trouble-bar"));
        take(conversation + "m");
        assertEquals("First", text("#title"), "what was open stays");
        take("nearside:../../etc");
        assertTrue(shows("#trouble-bar"));
        assertEquals(1, stored().size());
    }

    @Test
    void aFileThatIsHandedOverIsShownAndNotBroughtIn() {
        take(profile.resolve("gone.nearside").toString());
        until(() -> shows("#past-title"));
        until(() -> !text("#past-said").isEmpty());
        assertEquals(0, stored().size());
    }

    @Test
    void whatWaitsForTheModelIsTakenBack() {
        feed(new EngineState.Loading("starter"));
        onFx(() -> {
            opened.window().quick();
            return true;
        });
        robot.clickOn("#quick-question").write("First").type(KeyCode.ENTER);
        until(() -> text("#quick-line").startsWith("Queued"));
        robot.clickOn("#quick-stop");
        until(() -> !shows("#quick-stop"));
        feed(new EngineState.Ready("starter"));
        assertEquals("First", text("#quick-question"));
        assertEquals(0, opened.desk().engine().asked().size());
    }
}
