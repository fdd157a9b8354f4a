package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import nearside.copilot.models.Models;
import nearside.engine.local.EngineState;
import nearside.storage.Message;
import nearside.storage.MessageId;
import nearside.storage.ModelShelf;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Questions and answers are changed by keys alone.
final class ByKeysShapingFxTest extends ByKeysFx {
    private void more(String row, String... lines) {
        keys.press(row + " #more");
        keys.choose(lines);
    }

    private int asked() {
        return opened.desk().engine().asked().size();
    }

    private int answersShown() {
        return robot.lookup(".answer").queryAll().size();
    }

    @Test
    void aQuestionAndAnAnswerAreWrittenAnewAndTheWaysGone() {
        askAndGet("One", "1");
        keys.press("#edit");
        until(() -> shows("#edit-area"));
        keys.write(" and a half");
        keys.press("#edit-done");
        until(() -> shows("#stop"));
        answers("1.5");
        keys.press("#branch-before");
        until(() -> text("#answer-text").equals("1"));
        until(() -> keys.isInside("#chat"));
        keys.press("#branch-after");
        until(() -> text("#answer-text").equals("1.5"));
        until(() -> keys.isInside("#chat"));
        keys.press("#rewrite");
        until(() -> shows("#edit-area"));
        keys.write(" or so");
        robot.type(KeyCode.ENTER);
        until(() -> text("#answer-text").equals("1.5 or so"));
        focusIs("#question");
    }

    @Test
    void otherAnswersAreAskedForComparedAndFoundInTheTree() {
        askAndGet("One", "1");
        keys.press("#again");
        until(() -> asked() == 2);
        until(() -> keys.isInside("#chat"));
        answers("2");
        more(".answer", "more-close");
        until(() -> asked() == 3);
        answers("3");
        more(".answer", "more-free");
        until(() -> asked() == 4);
        answers("4");
        more(".answer", "more-compare");
        until(() -> shows("#compare-go-2"));
        keys.press("#compare-go-2");
        until(() -> text("#answer-text").equals("2"));
        until(() -> keys.isInside("#chat"));
        more(".question", "more-tree");
        until(() -> robot.lookup("#tree-list").queryListView().getItems().size() == 5);
        keys.tabTo("#tree-list");
        robot.type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.ENTER);
        until(() -> text("#answer-text").equals("1"));
        until(() -> keys.isInside("#chat"));
    }

    @Test
    void anotherModelIsChosenFromTheMenuInTheMenu() throws Exception {
        String other = "phi3-tiny-4k";
        Path models = Path.of(System.getProperty("nearside.models"));
        new Models(
                        models.resolve("smollm2-135m-instruct-int4"),
                        new ModelShelf(profile),
                        opened.settings())
                .bringIn(models.resolve(other));
        reopen();
        askAndGet("One", "1");
        more(".answer", "more-model", other);
        until(() -> opened.used().stream().anyMatch(model -> model.id().equals(other)));
        feed(new EngineState.Loading(other));
        feed(new EngineState.Ready(other));
        until(() -> asked() == 2);
        answers("2");
        keys.press("#model");
        keys.goTo("model-smollm2-135m-instruct-int4");
        robot.type(KeyCode.ESCAPE);
        focusIs("#model");
    }

    @Test
    void aMessageIsTakenAwayBroughtBackAndTakenAwayAgain() {
        askAndGet("One", "1");
        ask("Two");
        answers("2");
        more(".answer", "more-remove");
        until(() -> answersShown() == 0);
        until(() -> keys.isInside("#chat"));
        keys.shortcut(KeyCode.Z);
        until(() -> answersShown() == 2);
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT).type(KeyCode.Z);
        robot.release(KeyCode.SHORTCUT, KeyCode.SHIFT);
        until(() -> answersShown() == 0);
        keys.press("#undo");
        until(() -> answersShown() == 2);
    }

    private int pinsShown() {
        return (int) robot.lookup("#pinned").queryAll().stream().filter(Node::isVisible).count();
    }

    private String told(String selector) {
        return onFx(() -> robot.lookup(selector).query().getAccessibleText());
    }

    private Set<MessageId> pinned() {
        return opened.desk().profile().conversations().pinned(stored().getFirst().id());
    }

    private List<Message> messages() {
        return opened.desk().profile().conversations().messages(stored().getFirst().id());
    }

    @Test
    void aMessageIsAlwaysReadByItsMenuAndNoLonger() {
        askAndGet("One", "1");
        assertEquals(0, pinsShown());
        more(".answer", "more-pin");
        until(() -> pinsShown() == 1);
        assertEquals(Set.of(messages().getLast().id()), pinned());
        until(() -> told("#status").equals("The model always reads this message now."));
        assertEquals("Always read", told(".answer #pinned"));
        assertEquals("Answer, always read", told(".answer"));
        until(() -> keys.isInside(".answer"));
        more(".answer", "more-pin");
        until(() -> pinsShown() == 0);
        assertEquals(Set.of(), pinned());
        assertEquals("Answer", told(".answer"));
    }

    @Test
    void aMessageIsAlwaysReadByAKeyAndNoLonger() {
        askAndGet("One", "1");
        keys.shortcut(KeyCode.D);
        keys.with(KeyCode.ALT, KeyCode.UP);
        keys.with(KeyCode.ALT, KeyCode.UP);
        until(() -> keys.isInside(".question"));
        assertEquals(Set.of(), pinned(), "where a person writes there is no message");
        keys.shortcut(KeyCode.D);
        until(() -> pinsShown() == 1);
        assertEquals(Set.of(messages().getFirst().id()), pinned());
        assertTrue(keys.isInside(".question"), "the focus stays");
        keys.with(KeyCode.ALT, KeyCode.DOWN);
        until(() -> keys.isInside(".answer"));
        keys.shortcut(KeyCode.D);
        until(() -> pinsShown() == 2);
        keys.with(KeyCode.ALT, KeyCode.UP);
        until(() -> keys.isInside(".question"));
        keys.shortcut(KeyCode.D);
        until(() -> pinsShown() == 1);
        assertEquals(Set.of(messages().getLast().id()), pinned());
    }

    @Test
    void tooMuchThatIsAlwaysReadIsSaidBefore() {
        askAndGet("One", "word ".repeat(9_000));
        more(".answer", "more-pin");
        until(() -> pinsShown() == 1);
        keys.backTo("#question");
        keys.write("Two");
        until(() -> text("#over").startsWith("What is always read has about "));
        keys.tabTo(".answer #more");
        keys.shortcut(KeyCode.D);
        until(() -> !shows("#over"));
    }

    @Test
    void anotherConversationBeginsFromAMessage() {
        askAndGet("One", "1");
        more(".answer", "more-fork");
        until(() -> stored().size() == 2);
        until(() -> text("#answer-text").equals("1"));
        until(() -> keys.isInside("#chat"));
    }

    @Test
    void nothingIsKeptOfATemporaryConversation() {
        keys.press("#temporary");
        until(() -> shows("#temporary-bar"));
        ask("One");
        answers("1");
        assertEquals(0, stored().size());
    }
}
