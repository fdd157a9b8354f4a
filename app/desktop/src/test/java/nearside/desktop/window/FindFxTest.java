package nearside.desktop.window;

import javafx.scene.input.KeyCode;

import nearside.engine.Finish;

import org.junit.jupiter.api.Test;

/// Words are found inside the open conversation, with keys alone.
final class FindFxTest extends WindowFx {
    private void find() {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.F).release(KeyCode.SHORTCUT);
        until(() -> shows("#find-field"));
    }

    @Test
    void wordsAreFoundFromTheNewestOnAndEscapeGoesBack() {
        askAndGet("The moon", "A stone");
        ask("The sun");
        opened.desk().engine().write("The moon is smaller");
        opened.desk().engine().finish(Finish.EOS);
        until(() -> text("#answer-text").equals("The moon is smaller"));
        find();
        robot.write("MOON");
        until(() -> text("#find-count").equals("2 of 2"));
        until(() -> robot.lookup(".answer:found").queryAll().size() == 1);
        robot.type(KeyCode.ENTER);
        until(() -> text("#find-count").equals("1 of 2"));
        until(() -> robot.lookup(".question:found").queryAll().size() == 1);
        robot.type(KeyCode.ENTER);
        until(() -> text("#find-count").equals("2 of 2"));
        robot.write("x");
        until(() -> text("#find-count").equals("Not found"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#find"));
        until(() -> robot.lookup("#question").query().isFocused());
    }

    @Test
    void anotherConversationEndsIt() {
        askAndGet("The moon", "A stone");
        find();
        robot.write("moon");
        until(() -> text("#find-count").equals("1 of 1"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        until(() -> !shows("#find"));
    }
}
