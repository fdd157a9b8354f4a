package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;

import nearside.engine.Finish;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.util.List;

/// A window that is used by keys alone: a test that touched the mouse fails.
abstract class ByKeysFx extends WindowFx {
    final Keyboard keys = new Keyboard(robot);
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

    @Override
    void ask(String question) {
        keys.backTo("#question");
        keys.write(question);
        robot.type(KeyCode.ENTER);
    }

    void answers(String text) {
        opened.desk().engine().write(text);
        opened.desk().engine().finish(Finish.EOS);
        until(() -> text("#answer-text").equals(text) && !shows("#stop"));
    }

    /// Waits until that has the focus.
    void focusIs(String selector) {
        until(() -> keys.has(selector));
    }

    static String copied() {
        return onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    static void copy(String text) {
        onFx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            return Clipboard.getSystemClipboard().setContent(content);
        });
    }
}
