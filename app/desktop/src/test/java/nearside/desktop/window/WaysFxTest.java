package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import nearside.copilot.models.Models;
import nearside.engine.Finish;
import nearside.engine.local.EngineState;
import nearside.storage.ModelShelf;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;

/// What is made of a conversation by the menu of a message.
final class WaysFxTest extends WindowFx {
    private void choose(String row, String item) {
        robot.moveTo(row);
        robot.clickOn(row + " #more");
        until(() -> robot.lookup(item).tryQuery().isPresent());
        robot.clickOn(item);
    }

    private void answers(String text) {
        opened.desk().engine().write(text);
        opened.desk().engine().finish(Finish.EOS);
        until(() -> text("#answer-text").equals(text) && !shows("#stop"));
    }

    @Test
    void whatIsDeletedComesBackByUndoAndGoesByRedo() {
        askAndGet("First", "One");
        ask("Second");
        answers("Two");
        robot.clickOn("#question");
        choose(".answer", "#more-remove");
        until(() -> robot.lookup(".answer").queryAll().isEmpty());
        until(() -> shows("#undo-bar"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        until(() -> robot.lookup(".answer").queryAll().size() == 2);
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT).type(KeyCode.Z);
        robot.release(KeyCode.SHORTCUT, KeyCode.SHIFT);
        until(() -> robot.lookup(".answer").queryAll().isEmpty());
    }

    @Test
    void anotherConversationBeginsFromHere() {
        askAndGet("First", "One");
        choose(".answer", "#more-fork");
        until(() -> stored().size() == 2);
        until(() -> robot.lookup("#history .line").queryAll().size() == 2);
        until(() -> text("#answer-text").equals("One"));
        ask("Second");
        answers("Two");
        assertEquals(
                2,
                opened.desk().profile().conversations().messages(stored().getLast().id()).size());
    }

    @Test
    void aLinkLeadsBackToItsMessage() {
        askAndGet("First", "One");
        choose(".answer", "#more-link");
        String link = onFx(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(link.startsWith("nearside:conversation/"), link);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        until(() -> shows("#start"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.K).release(KeyCode.SHORTCUT);
        until(() -> shows("#switcher-field"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.V).release(KeyCode.SHORTCUT);
        robot.type(KeyCode.ENTER);
        until(() -> text("#answer-text").equals("One"));
    }

    @Test
    void answersAreAskedForAtAnotherTemperatureAndCompared() {
        askAndGet("First", "One");
        choose(".answer", "#more-free");
        until(() -> opened.desk().engine().asked().size() == 2);
        assertEquals(1.2, opened.desk().engine().asked().getLast().sampling().temperature());
        answers("Other");
        choose(".answer", "#more-compare");
        until(() -> shows("#compare-go-2"));
        robot.clickOn("#compare-go-1");
        until(() -> text("#answer-text").equals("One"));
    }

    private void bringIn(String model) throws IOException, TimeoutException {
        Path models = Path.of(System.getProperty("nearside.models"));
        Path starter = models.resolve("smollm2-135m-instruct-int4");
        new Models(starter, new ModelShelf(profile), opened.settings())
                .bringIn(models.resolve(model));
        reopen();
    }

    /// The robot loses a menu that opens out of another one.
    private void askAnotherModel(String model) {
        onFx(() -> {
            MenuButton more = robot.lookup(".answer #more").queryAs(MenuButton.class);
            more.show();
            more.getItems().stream()
                    .filter(item -> "more-model".equals(item.getId()))
                    .flatMap(item -> ((Menu) item).getItems().stream())
                    .filter(item -> model.equals(item.getText()))
                    .forEach(MenuItem::fire);
            more.hide();
            return true;
        });
    }

    @Test
    void anotherModelAnswersWhenItIsThere() throws Exception {
        String other = "phi3-tiny-4k";
        bringIn(other);
        askAndGet("First", "One");
        askAnotherModel(other);
        until(() -> opened.used().stream().anyMatch(model -> model.id().equals(other)));
        assertEquals(1, opened.desk().engine().asked().size(), "not before it is loaded");
        feed(new EngineState.Loading(other));
        feed(new EngineState.Ready(other));
        until(() -> opened.desk().engine().asked().size() == 2);
        answers("Other");
        until(() -> shows("#branch-before"));
    }

    @Test
    void theTreeLeadsToEveryMessage() {
        askAndGet("First", "One");
        choose(".answer", "#more-close");
        until(() -> opened.desk().engine().asked().size() == 2);
        answers("Other");
        choose(".question", "#more-tree");
        until(() -> robot.lookup("#tree-list").queryListView().getItems().size() == 3);
        robot.clickOn("#tree-list").type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.ENTER);
        until(() -> text("#answer-text").equals("One"));
    }
}
