package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;

import nearside.engine.Prompt;
import nearside.engine.Role;

import org.junit.jupiter.api.Test;

/// How a model is asked is set for each conversation.
final class SetupFxTest extends WindowFx {
    private Prompt last() {
        return opened.desk().engine().asked().getLast();
    }

    private void type(String id, String text) {
        robot.clickOn(id).press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.write(text);
    }

    @Test
    void whatIsSetCountsFromTheNextQuestionOnAndIsKept() throws Exception {
        robot.clickOn("#setup-open");
        until(() -> shows("#setup-title"));
        type("#setup-system", "Be brief.");
        type("#setup-temperature", "hot");
        robot.clickOn("#setup-use");
        until(() -> text("#setup-flaw").startsWith("Temperature: “hot” is not a number"));
        type("#setup-temperature", "0.5");
        robot.clickOn("#setup-use");
        until(() -> !shows("#setup-title"));
        askAndGet("Hello", "Hi");
        assertEquals(0.5, last().sampling().temperature());
        assertEquals(new Prompt.Line(Role.SYSTEM, "Be brief."), last().lines().getFirst());
        reopen();
        robot.clickOn("#history .line");
        until(() -> text("#answer-text").equals("Hi"));
        robot.clickOn("#setup-open");
        until(() -> text("#setup-temperature").equals("0.5"));
        type("#setup-system", "Answer in rhymes.");
        robot.clickOn("#setup-use");
        until(() -> !shows("#setup-title"));
        ask("And you?");
        until(() -> !opened.desk().engine().asked().isEmpty());
        assertEquals(new Prompt.Line(Role.SYSTEM, "Answer in rhymes."), last().lines().getFirst());
        assertEquals(4, last().lines().size());
    }

    @Test
    void whatIsSetBeforeTheFirstQuestionStaysWhileAnotherIsLookedAt() {
        askAndGet("Hello", "Hi");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        until(() -> shows("#start"));
        robot.clickOn("#setup-open");
        until(() -> shows("#setup-title"));
        type("#setup-temperature", "0.5");
        robot.clickOn("#setup-use");
        until(() -> !shows("#setup-title"));
        robot.clickOn("#history .line");
        until(() -> text("#answer-text").equals("Hi"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        until(() -> shows("#start"));
        ask("And here?");
        until(() -> opened.desk().engine().asked().size() == 2);
        assertEquals(0.5, last().sampling().temperature());
    }

    @Test
    void aNewConversationIsAskedAsUsual() {
        robot.clickOn("#setup-open");
        until(() -> shows("#setup-title"));
        type("#setup-temperature", "0.5");
        robot.clickOn("#setup-use");
        until(() -> !shows("#setup-title"));
        askAndGet("Hello", "Hi");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        until(() -> shows("#start"));
        ask("And here?");
        until(() -> opened.desk().engine().asked().size() == 2);
        assertEquals(0, last().sampling().temperature());
    }
}
