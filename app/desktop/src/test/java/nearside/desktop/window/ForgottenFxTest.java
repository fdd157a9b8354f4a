package nearside.desktop.window;

import javafx.scene.Node;
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
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        until(() -> !shows(".answer"));
        askAndGet("Second", "Two");
        untilForgotten(question);
        untilForgotten(answer);
    }
}
