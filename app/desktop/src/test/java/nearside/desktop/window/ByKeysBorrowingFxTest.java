package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/// The sheet that asks before something leaves is answered by keys alone.
final class ByKeysBorrowingFxTest extends BorrowingFx {
    private final Keyboard keys = new Keyboard(robot);
    private MouseWatch mouse;

    @BeforeEach
    void watchTheMouse() {
        mouse = onFx(MouseWatch::new);
    }

    @AfterEach
    void onlyKeys() {
        List<String> seen = onFx(mouse::seen);
        onFx(() -> {
            mouse.close();
            return true;
        });
        assertEquals(List.of(), seen, "the mouse was used");
    }

    private void asked(String question) {
        keys.backTo("#question");
        keys.paste(question);
        robot.type(KeyCode.ENTER);
        until(() -> shows("#consent-card"));
        until(() -> keys.has("#consent-card"));
    }

    private void goesBack() {
        until(() -> !shows("#consent-card") && !shows("#stop"));
        until(() -> keys.has("#question"));
    }

    @Test
    void whatLeavesIsReadAndThenSent() {
        asked("Moon");
        keys.press("#consent-show");
        keys.tabTo("#consent-exact");
        keys.press("#consent-send");
        until(() -> text("#answer-text").equals("It turns once a month."));
        goesBack();
        keys.press("#why");
        until(() -> shows("#why-text"));
    }

    /// What lies behind the sheet cannot be seen.
    @Test
    void tabGoesRoundInTheSheet() {
        asked("Moon");
        for (int i = 0; i < 8; i++) {
            robot.type(KeyCode.TAB);
            assertTrue(keys.isInside("#consent-card"), "Tab left it");
        }
        keys.tabTo("#consent-never");
        robot.type(KeyCode.TAB);
        until(() -> keys.has("#consent-card"));
        keys.with(KeyCode.SHIFT, KeyCode.TAB);
        until(() -> keys.has("#consent-never"));
        keys.with(KeyCode.SHIFT, KeyCode.TAB);
        keys.press("#consent-send");
        until(() -> text("#answer-text").equals("It turns once a month."));
    }

    @Test
    void itStaysHereOrLessIsSentOrItIsNeverAskedAgain() {
        asked("A long one. ".repeat(60));
        keys.press("#consent-send");
        goesBack();
        asked("Moon");
        keys.press("#consent-less");
        until(() -> shows("#consent-card"));
        keys.press("#consent-stay");
        goesBack();
        asked("Once more");
        keys.press("#consent-never");
        goesBack();
        assertEquals(1, far.connections());
    }
}
