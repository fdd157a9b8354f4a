package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What tests by keys alone rely on: that a mouse, a node out of reach, and a line that is not
/// there are noticed.
final class MouseWatchFxTest extends WindowFx {
    private final Keyboard keys = new Keyboard(robot);

    private List<String> seenWhile(Runnable used) {
        MouseWatch watch = onFx(MouseWatch::new);
        used.run();
        List<String> seen = onFx(watch::seen);
        onFx(() -> {
            watch.close();
            return true;
        });
        return seen;
    }

    @Test
    void aMouseThatIsMovedOrPressedIsNoticed() {
        robot.moveTo("#question");
        assertFalse(seenWhile(() -> robot.moveTo("#send")).isEmpty());
        robot.moveTo("#question");
        assertFalse(seenWhile(() -> robot.clickOn()).isEmpty());
        assertFalse(seenWhile(this::pressedInAPanel).isEmpty());
        assertEquals(List.of(), seenWhile(() -> robot.type(KeyCode.TAB)));
    }

    /// In a window that was not there before.
    private void pressedInAPanel() {
        robot.type(KeyCode.F1);
        until(() -> shows("#keys-title"));
        robot.clickOn("#keys-title");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void aNodeOutOfReachAndALineThatIsNotThereAreNoticed() {
        AssertionError node = assertThrows(AssertionError.class, () -> keys.tabTo("#title"));
        assertTrue(node.toString().contains("setup-open"), node.toString());
        keys.press("#settings");
        AssertionError line = assertThrows(AssertionError.class, () -> keys.choose("open-sesame"));
        assertTrue(line.toString().contains("open-trash"), line.toString());
        robot.type(KeyCode.ESCAPE);
    }
}
