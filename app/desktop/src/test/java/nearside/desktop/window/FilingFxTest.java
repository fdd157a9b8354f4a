package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeoutException;

/// Conversations are filed and put away in the sidebar.
final class FilingFxTest extends WindowFx {
    private int lines() {
        return (int) robot.lookup("#history .line").queryAll().stream().filter(this::seen).count();
    }

    @Test
    void aConversationIsPutIntoANewFolderAndFoundThere() throws TimeoutException {
        askAndGet("First", "One");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        askAndGet("Second", "Two");
        fireOfConversation("menu-folder", "menu-folder-new");
        until(() -> shows("#name-field"));
        robot.clickOn("#name-field").write("Work");
        robot.type(KeyCode.ENTER);
        until(() -> shows("#filter"));
        robot.clickOn("#filter").clickOn("#filter-folder");
        until(() -> lines() == 1);
        assertEquals("Folder: Work", text("#filter"));
        reopen();
        until(() -> lines() == 2);
    }

    @Test
    void whatIsPutAwayIsInTheArchive() {
        askAndGet("First", "One");
        robot.rightClickOn("#history .line").clickOn("#menu-archive");
        until(() -> lines() == 0 && shows("#undo-bar"));
        robot.clickOn("#filter").clickOn("#filter-archived");
        until(() -> lines() == 1);
        robot.clickOn("#history .line");
        until(() -> text("#answer-text").equals("One"));
    }
}
