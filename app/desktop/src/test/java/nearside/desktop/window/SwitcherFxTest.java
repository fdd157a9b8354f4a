package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

/// Conversations and commands are gone to by keys alone.
final class SwitcherFxTest extends WindowFx {
    private void openSwitcher() {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.K).release(KeyCode.SHORTCUT);
        until(() -> shows("#switcher-field"));
    }

    @Test
    void aConversationIsGoneToByAFewLetters() {
        askAndGet("Tides", "Water");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        askAndGet("Shells", "Sand");
        openSwitcher();
        robot.write("tid").type(KeyCode.ENTER);
        until(() -> !shows("#switcher-field"));
        until(() -> text("#answer-text").equals("Water"));
        until(() -> robot.lookup("#question").query().isFocused());
    }

    @Test
    void aCommandIsDoneAndEscapeLeaves() {
        openSwitcher();
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#switcher-field"));
        openSwitcher();
        robot.write("absent");
        until(() -> robot.lookup("Nothing answers to that").tryQuery().isPresent());
        robot.type(KeyCode.ENTER, KeyCode.DOWN, KeyCode.ESCAPE);
        until(() -> !shows("#switcher-field"));
        openSwitcher();
        robot.write("log f").type(KeyCode.ENTER);
        until(() -> opened.shown().size() == 1);
        assertTrue(opened.shown().getFirst().endsWith("logs"));
    }

    @Test
    void f1ShowsTheKeys() {
        robot.type(KeyCode.F1);
        until(() -> shows("#keys-title"));
        assertEquals("Keys", text("#keys-title"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#keys-title"));
    }
}
