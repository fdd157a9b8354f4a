package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import nearside.engine.Finish;

import org.junit.jupiter.api.Test;

/// Questions and answers are changed in the window, by mouse and by keys.
final class ShapingFxTest extends WindowFx {
    private void answers(String text) {
        opened.desk().engine().write(text);
        opened.desk().engine().finish(Finish.EOS);
        until(() -> shown(text) && !shows("#stop"));
    }

    private boolean shown(String answer) {
        return text("#answer-text").equals(answer);
    }

    @Test
    void upInAnEmptyFieldOpensTheLastQuestionAndEnterSendsIt() {
        askAndGet("One", "1");
        robot.clickOn("#question").type(KeyCode.UP);
        until(() -> shows("#edit-area"));
        assertEquals("One", text("#edit-area"));
        robot.write(" and a half").type(KeyCode.ENTER);
        until(() -> shows("#stop"));
        answers("1.5");
        until(() -> text("#branch-place").equals("2 / 2"));
        robot.clickOn("#branch-before");
        until(() -> shown("1"));
        assertEquals("1 / 2", text("#branch-place"));
        robot.clickOn("#branch-after");
        until(() -> shown("1.5"));
    }

    @Test
    void escapeLeavesAQuestionAsItWas() {
        askAndGet("One", "1");
        robot.moveTo("#answer-text").moveTo(".bubble").clickOn("#edit");
        until(() -> shows("#edit-area"));
        robot.write(" more").type(KeyCode.ESCAPE);
        until(() -> !shows("#edit-area"));
        until(() -> robot.lookup("#question").query().isFocused());
        assertTrue(shown("1"));
        assertEquals(1, stored().size());
    }

    /// What is written anew waits while an answer comes.
    @Test
    void whatIsWrittenAnewIsNotLostWhileAnotherAnswerComes() {
        askAndGet("One", "1");
        robot.clickOn("#rewrite");
        until(() -> shows("#edit-area"));
        robot.write(" of mine");
        ask("Two");
        until(() -> shows("#stop"));
        robot.clickOn("#edit-area").type(KeyCode.ENTER);
        assertEquals("1 of mine", text("#edit-area"));
        opened.desk().engine().write("2");
        opened.desk().engine().finish(Finish.EOS);
        until(() -> !shows("#stop"));
        robot.clickOn("#edit-area").type(KeyCode.ENTER);
        until(() -> !shows("#edit-area") && shown("1 of mine"));
        until(() -> text("#branch-place").equals("2 / 2"));
    }

    @Test
    void ofAnAnswerWithoutAWordThereIsNothingToChange() {
        ask("One");
        opened.desk().engine().finish(Finish.STOP);
        until(() -> !shows("#stop") && shows("#continue"));
        assertFalse(shows("#again"));
        assertFalse(shows("#rewrite"));
    }

    @Test
    void anotherAnswerIsAskedForAndOneIsPutInOtherWords() {
        askAndGet("One", "1");
        robot.clickOn("#again");
        until(() -> shows("#stop"));
        answers("one");
        until(() -> text("#branch-place").equals("2 / 2"));
        robot.clickOn("#rewrite");
        until(() -> shows("#edit-area"));
        robot.write(", said I").clickOn("#edit-done");
        until(() -> shown("one, said I"));
        until(() -> text("#here").equals("Written by you"));
        until(() -> text("#branch-place").equals("3 / 3"));
    }
}
