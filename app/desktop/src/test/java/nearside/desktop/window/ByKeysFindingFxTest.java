package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

/// Conversations are found, filed, and put away by keys alone.
final class ByKeysFindingFxTest extends ByKeysFx {
    private int lines() {
        return (int) robot.lookup("#history .line").queryAll().stream().filter(this::seen).count();
    }

    private void ofConversation(String... lines) {
        openMenu();
        keys.choose(lines);
    }

    private void openMenu() {
        keys.tabTo("#history");
        until(() -> shows("#history .list-cell:filled:selected"));
        robot.type(KeyCode.CONTEXT_MENU);
    }

    private void name(String name) {
        until(() -> shows("#name-field"));
        keys.write(name);
        robot.type(KeyCode.ENTER);
        until(() -> !shows("#name-field"));
    }

    @Test
    void aConversationIsRenamedAndPinnedByTheMenuOfTheList() {
        askAndGet("First", "One");
        ofConversation("menu-rename");
        focusIs("#rename");
        keys.write("Moons");
        robot.type(KeyCode.ENTER);
        until(() -> text("#title").equals("Moons"));
        focusIs("#history");
        keys.with(KeyCode.SHIFT, KeyCode.F10);
        keys.choose("menu-pin");
        until(() -> text("#history .group").equals("Pinned"));
        focusIs("#history");
        openMenu();
        keys.goTo("menu-export");
        robot.type(KeyCode.ESCAPE);
        focusIs("#history");
    }

    @Test
    void conversationsAreFiledAndListedByFolderAndTag() {
        askAndGet("First", "One");
        keys.shortcut(KeyCode.N);
        askAndGet("Second", "Two");
        ofConversation("menu-folder", "menu-folder-new");
        name("Work");
        until(() -> shows("#filter"));
        ofConversation("menu-tags", "menu-tag-new");
        name("moon");
        keys.backTo("#filter");
        robot.type(KeyCode.SPACE);
        keys.choose("filter-folder");
        until(() -> lines() == 1 && text("#filter").equals("Folder: Work"));
        keys.press("#filter");
        keys.choose("filter-tag");
        until(() -> lines() == 1 && text("#filter").equals("Tag: moon"));
        keys.press("#filter");
        keys.choose("filter-all");
        until(() -> lines() == 2);
        ofConversation("menu-folder", "No folder");
        keys.press("#filter");
        keys.choose("filter-folder");
        until(() -> lines() == 0 && shows("#history-none-here-way"));
        keys.press("#history-none-here-way");
        until(() -> lines() == 2);
    }

    @Test
    void aConversationIsPutAwayAndBroughtBack() {
        askAndGet("First", "One");
        ofConversation("menu-archive");
        until(() -> lines() == 0);
        keys.tabTo("#filter");
        robot.type(KeyCode.SPACE);
        keys.choose("filter-archived");
        until(() -> lines() == 1);
        keys.tabTo("#history");
        robot.type(KeyCode.DOWN);
        until(() -> text("#answer-text").equals("One"));
        ofConversation("menu-archive");
        until(() -> lines() == 0);
    }

    @Test
    void deletedConversationsAreBroughtBackOrRemovedForGood() {
        askAndGet("First", "One");
        ofConversation("menu-delete");
        until(() -> lines() == 0);
        openTrash();
        keys.tabTo("#trash-list");
        until(() -> shows("#trash-list .list-cell:filled"));
        robot.type(KeyCode.DOWN);
        keys.press("#trash-bring");
        until(() -> lines() == 1);
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#trash"));
        keys.tabTo("#history");
        robot.type(KeyCode.DOWN);
        until(() -> text("#answer-text").equals("One"));
        robot.type(KeyCode.DELETE);
        until(() -> lines() == 0);
        openTrash();
        keys.press("#trash-empty");
        focusIs("#trash-keep");
        keys.backTo("#trash-sure");
        robot.type(KeyCode.SPACE);
        until(() -> shows("#trash-none"));
        assertEquals(0, stored().size());
    }

    private void openTrash() {
        keys.shortcut(KeyCode.K);
        until(() -> shows("#switcher-field"));
        keys.write("deleted");
        robot.type(KeyCode.ENTER);
        until(() -> shows("#trash"));
    }

    @Test
    void wordsAreFoundEverywhereAndInsideTheOpenConversation() {
        askAndGet("The moon", "A stone");
        keys.shortcut(KeyCode.N);
        askAndGet("The sun", "A star");
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT).type(KeyCode.F);
        robot.release(KeyCode.SHORTCUT, KeyCode.SHIFT);
        keys.write("stone");
        until(() -> shows("#search-hits .list-cell:filled"));
        robot.type(KeyCode.DOWN);
        focusIs("#search-hits");
        robot.type(KeyCode.ENTER);
        until(() -> text("#answer-text").equals("A stone"));
        robot.type(KeyCode.ESCAPE);
        focusIs("#question");
        keys.tabTo("#answer-text");
        keys.shortcut(KeyCode.F);
        until(() -> shows("#find-field"));
        keys.write("moon");
        until(() -> text("#find-count").equals("1 of 1"));
        keys.press("#find-close");
        until(() -> !shows("#find"));
        focusIs("#answer-text");
    }

    @Test
    void aLinkToAMessageIsCopiedAndFollowed() {
        askAndGet("First", "One");
        keys.press(".answer #more");
        keys.choose("more-link");
        assertTrue(copied().startsWith("nearside:conversation/"), copied());
        keys.shortcut(KeyCode.N);
        until(() -> shows("#start"));
        keys.shortcut(KeyCode.K);
        until(() -> shows("#switcher-field"));
        keys.shortcut(KeyCode.V);
        robot.type(KeyCode.ENTER);
        until(() -> text("#answer-text").equals("One"));
        until(() -> keys.isInside("#chat"));
    }
}
