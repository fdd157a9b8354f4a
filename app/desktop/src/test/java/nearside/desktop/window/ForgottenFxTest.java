package nearside.desktop.window;

import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;

/// What was shown and is not shown any more takes no memory.
final class ForgottenFxTest extends WindowFx {
    private WeakReference<Node> shown(String selector) {
        return new WeakReference<>(robot.lookup(selector).query());
    }

    private void untilForgotten(WeakReference<Node> node) {
        until(() -> {
            System.gc();
            return node.get() == null;
        });
    }

    @Test
    void aConversationThatIsLeftIsForgotten() {
        askAndGet("First", "One");
        WeakReference<Node> question = shown(".question");
        WeakReference<Node> answer = shown(".answer");
        WeakReference<Node> page = shown("#transcript");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        until(() -> !shows(".answer"));
        askAndGet("Second", "Two");
        untilForgotten(question);
        untilForgotten(answer);
        untilForgotten(page);
    }

    @Test
    void alsoWhenItWasSearchedAndAFileWaitsThere() {
        askAndGet("First", "One");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.F).release(KeyCode.SHORTCUT);
        robot.write("first");
        until(() -> text("#find-count").equals("1 of 1"));
        robot.type(KeyCode.ESCAPE);
        onFx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("0123456789abcde\n".repeat(4_000));
            return Clipboard.getSystemClipboard().setContent(content);
        });
        robot.clickOn("#question").press(KeyCode.SHORTCUT).type(KeyCode.V);
        robot.release(KeyCode.SHORTCUT);
        until(() -> shows(".composer .chip-name"));
        WeakReference<Node> question = shown(".question");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        until(() -> !shows(".answer"));
        askAndGet("Second", "Two");
        untilForgotten(question);
    }
}
