package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;

import nearside.engine.EngineFailure;
import nearside.engine.ReplyEvent;
import nearside.storage.Manners.Closing;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The sheet that asks before something leaves, and what the answer then says: the real window, a
/// real profile, and a real far side on the loopback.
final class BorrowingFxTest extends BorrowingFx {
    private List<Segment> lastReply() {
        return opened.desk()
                .profile()
                .conversations()
                .messages(stored().getFirst().id())
                .getLast()
                .segments();
    }

    /// The sheet stood in a window that was not there.
    @Test
    void aQuickQuestionThatAsksBringsTheWindowOutOfTheTray() throws Exception {
        opened.settings().change(old -> old.with(old.manners().with(Closing.TRAY)));
        reopen();
        until(() -> opened.around().face().isPresent());
        onFx(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            opened.window().quick();
            return stage.isShowing();
        });
        robot.clickOn("#quick-question").write("How far?").type(KeyCode.ENTER);
        until(() -> stage.isShowing() && shows("#consent-send"));
        robot.clickOn("#consent-send");
        until(() -> text("#quick-answer").startsWith("It turns once a "));
    }

    @Test
    void thePersonSeesWhatLeavesAndToWhomAndSaysYes() {
        ask("Write to anna@example.org about the moon");
        until(() -> shows("#consent-card"));
        assertEquals("Borrow a cloud model for this answer?", text("#consent-title"));
        assertTrue(
                text("#consent-why").contains("Nothing leaves unless you say so."),
                text("#consent-why"));
        assertTrue(text("#consent-to").contains("To 127.0.0.1, model far-1"), text("#consent-to"));
        assertTrue(text("#consent-to").contains("not encrypted on the way"));
        robot.clickOn("#consent-show");
        assertEquals("You:\nWrite to [EMAIL_1] about the moon", text("#consent-exact"));
        assertEquals(0, far.connections());
        robot.clickOn("#consent-send");
        until(() -> text("#answer-text").equals("It turns once a month.") && !shows("#stop"));
        assertFalse(shows("#consent-card"));
        assertEquals("Borrowed from Far side", text("#here"));
        assertTrue(text("#borrowed-line").startsWith("Borrowed from Far side, because memory is"));
        robot.clickOn("#why");
        assertTrue(text("#why-text").contains("left this device, after you agreed"));
        assertEquals(List.of(new Segment(Source.BORROWED, "It turns once a month.")), lastReply());
    }

    @Test
    void escapeStaysHereAndTheQuestionIsKept() {
        ask("About the moon");
        until(() -> shows("#consent-card"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#consent-card") && text("#facts").startsWith("Not answered"));
        assertEquals(0, far.connections());
        assertEquals(List.of(), lastReply());
    }

    /// Enter, meant for the composer, sends nothing.
    @Test
    void enterOnTheSheetSendsNothing() {
        ask("About the moon");
        until(() -> shows("#consent-card"));
        robot.type(KeyCode.ENTER).type(KeyCode.ENTER);
        assertTrue(shows("#consent-card"));
        assertEquals(0, far.connections());
    }

    @Test
    void theSheetIsReachedByTheKeyboardAlone() {
        ask("About the moon");
        until(() -> shows("#consent-card"));
        for (int i = 0; i < 10 && !robot.lookup("#consent-send").query().isFocused(); i++) {
            robot.type(KeyCode.TAB);
        }
        robot.type(KeyCode.SPACE);
        until(() -> text("#answer-text").equals("It turns once a month."));
    }

    @Test
    void anAnswerThatIsHandedOverShowsBothParts() throws Exception {
        reopenWith(PLENTY);
        String begun = "The moon is near and it shines at night. ".repeat(12) + "It turns once a ";
        ask("Moon");
        opened.desk().engine().write(begun);
        until(() -> text("#answer-text").equals(begun));
        opened.desk()
                .engine()
                .tell(
                        new ReplyEvent.Failed(
                                new EngineFailure.WorkerDied(EngineFailure.Stage.WRITE, 137)));
        until(() -> shows("#consent-card"));
        assertFalse(shows("#notice"), "nobody goes on yet");
        robot.clickOn("#consent-send");
        until(() -> !shows("#stop") && text("#here").equals("Here and borrowed from Far side"));
        assertTrue(text("#notice").endsWith("; the answer went on."), text("#notice"));
        assertEquals(
                List.of(new Segment(Source.HERE, begun), new Segment(Source.BORROWED, "month.")),
                lastReply());
        assertEquals(2, robot.lookup("#answer-text").queryAll().size());
    }
}
