package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;

import nearside.engine.Finish;
import nearside.storage.ConversationId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// Conversations are read by keys alone.
final class ByKeysReadingFxTest extends ByKeysFx {
    private static final String CODE = "int moon = 1;";

    private double scrolled() {
        return robot.lookup("#transcript").queryAs(ScrollPane.class).getVvalue();
    }

    @Test
    void aMessageIsGoneToSelectedAndCopied() {
        askAndGet("Question", "An **answer**");
        keys.tabTo(".question .selectable");
        keys.shortcut(KeyCode.A);
        keys.shortcut(KeyCode.C);
        assertEquals("Question", copied());
        keys.tabTo("#answer-text");
        keys.shortcut(KeyCode.A);
        keys.shortcut(KeyCode.C);
        assertEquals("An answer", copied());
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT).type(KeyCode.C);
        robot.release(KeyCode.SHORTCUT, KeyCode.SHIFT);
        assertEquals("An **answer**", copied());
        copy("");
        keys.press("#copy");
        assertEquals("An **answer**", copied());
    }

    @Test
    void codeIsCopiedAndItsLinesAreWrapped() {
        ask("Code");
        opened.desk().engine().write("```java\n" + CODE + "\n```");
        opened.desk().engine().finish(Finish.EOS);
        until(() -> shows("#code-copy") && !shows("#stop"));
        keys.press("#code-wrap");
        keys.press("#code-copy");
        assertEquals(CODE, copied());
    }

    @Test
    void aLinkInAnAnswerIsOpened() {
        askAndGet("Where?", "See [the page](https://example.org/moon).");
        keys.tabTo(".md-link");
        robot.type(KeyCode.ENTER);
        until(() -> opened.shown().equals(List.of("https://example.org/moon")));
    }

    @Test
    void aLongAnswerIsScrolled() {
        askAndGet("Long", "A line of it.\n\n".repeat(80).strip());
        until(() -> scrolled() == 1);
        keys.tabTo("#answer-text");
        robot.type(KeyCode.HOME);
        until(() -> scrolled() == 0);
        robot.type(KeyCode.PAGE_DOWN);
        until(() -> scrolled() > 0);
        double down = scrolled();
        robot.type(KeyCode.DOWN);
        until(() -> scrolled() > down);
        robot.type(KeyCode.PAGE_UP);
        until(() -> scrolled() < down);
        robot.type(KeyCode.END);
        until(() -> scrolled() == 1);
        assertTrue(keys.has("#answer-text"));
    }

    @Test
    void messagesAreGoneToOneAfterTheOtherAndBackToWriting() {
        askAndGet("First", "One");
        ask("Second");
        answers("Two");
        onward(KeyCode.UP);
        assertTrue(keys.isAt("#answer-text", "Two"));
        onward(KeyCode.UP);
        assertTrue(keys.isAt(".question .selectable", "Second"));
        onward(KeyCode.UP);
        onward(KeyCode.UP);
        onward(KeyCode.UP);
        assertTrue(keys.isAt(".question .selectable", "First"));
        onward(KeyCode.DOWN);
        assertTrue(keys.isAt("#answer-text", "One"));
        onward(KeyCode.DOWN);
        onward(KeyCode.DOWN);
        onward(KeyCode.DOWN);
        focusIs("#question");
    }

    private void onward(KeyCode key) {
        keys.with(KeyCode.ALT, key);
    }

    @Test
    void earlierMessagesAreShown() throws TimeoutException {
        askAndGet("First", "One");
        Optional<ConversationId> conversation = Optional.of(stored().getFirst().id());
        for (int i = 0; i < 24; i++) {
            opened.desk().profile().journal().begin(conversation, "Question " + i);
        }
        reopen();
        until(() -> shows("#history .line"));
        keys.tabTo("#history");
        robot.type(KeyCode.DOWN);
        until(() -> shows("#earlier"));
        keys.press("#earlier");
        until(() -> !shows("#earlier"));
        until(() -> robot.lookup(".question").queryAll().size() == 25);
        assertTrue(keys.isInside("#chat"));
    }
}
