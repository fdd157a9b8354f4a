package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;

import nearside.storage.Appearance.Motion;
import nearside.storage.Settings;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What the menu of the settings opens and changes.
final class SettingsMenuFxTest extends WindowFx {
    @Test
    void theThemeChangesAtOnceAndIsKept() {
        choose("#themes", "#theme-dark");
        until(() ->
                stage.getScene().getStylesheets().stream()
                        .anyMatch(sheet -> sheet.endsWith("roles-dark.css")));
        until(() -> opened.settings().read().theme() == Settings.Theme.DARK);
    }

    @Test
    void contrastIsChosenAtOnceAndIsKept() {
        choose("#themes", "#theme-contrast_dark");
        until(() -> wears("roles-contrast-dark.css") && wears("contrast.css"));
        until(() -> opened.settings().read().theme() == Settings.Theme.CONTRAST_DARK);
        choose("#themes", "#theme-light");
        until(() -> wears("roles-light.css") && !wears("contrast.css"));
    }

    /// The robot loses a menu that opens out of another one; what it holds is chosen without it.
    private void choose(String menu, String item) {
        onFx(() -> {
            List<MenuItem> all = robot.lookup("#settings").queryAs(MenuButton.class).getItems();
            RadioMenuItem chosen =
                    (RadioMenuItem) named(((Menu) named(all, menu)).getItems(), item);
            chosen.setSelected(true);
            chosen.fire();
            return true;
        });
    }

    private static MenuItem named(List<MenuItem> items, String id) {
        return items.stream()
                .filter(each -> ("#" + each.getId()).equals(id))
                .findFirst()
                .orElseThrow();
    }

    private boolean wears(String sheet) {
        return stage.getScene().getStylesheets().stream().anyMatch(it -> it.endsWith("/" + sheet));
    }

    @Test
    void whatMovesIsHeldStill() {
        robot.clickOn("#settings").clickOn("#still");
        until(() -> wears("still.css"));
        until(() -> opened.settings().read().appearance().motion() == Motion.REDUCED);
        robot.clickOn("#settings").clickOn("#still");
        until(() -> !wears("still.css"));
    }

    @Test
    void lettersAreChosenInTheMenuAndByKeysAlsoWhileAPanelIsOpen() {
        choose("#text-sizes", "#text-150");
        until(() -> letters("#title") == 21);
        until(() -> opened.settings().read().appearance().textPercent() == 150);
        press(KeyCode.MINUS);
        until(() -> letters("#title") == 17.5);
        robot.type(KeyCode.F1);
        until(() -> shows("#keys-title"));
        press(KeyCode.PLUS);
        until(() -> letters("#keys-title") == 21 && letters("#title") == 21);
        press(KeyCode.DIGIT0);
        until(() -> letters("#keys-title") == 14);
        robot.type(KeyCode.ESCAPE);
        until(() -> opened.settings().read().appearance().textPercent() == 100);
    }

    private void press(KeyCode key) {
        robot.press(KeyCode.SHORTCUT).type(key).release(KeyCode.SHORTCUT);
    }

    private double letters(String id) {
        return robot.lookup(id).queryLabeled().getFont().getSize();
    }

    @Test
    void theLogFolderIsOpened() {
        robot.clickOn("#settings").clickOn("#open-logs");
        until(() -> opened.shown().equals(List.of(profile.resolve("logs").toString())));
    }

    @Test
    void whatWasDeletedIsBroughtBackOrRemovedForGood() {
        askAndGet("Hello", "Hi");
        robot.clickOn("#history .line");
        robot.type(KeyCode.DELETE);
        until(() -> stored().isEmpty());
        robot.clickOn("#settings").clickOn("#open-trash");
        until(() -> shows(".trash-line"));
        robot.clickOn(".trash-line").clickOn("#trash-bring");
        until(() -> stored().size() == 1 && !shows(".trash-line"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#trash"));
        robot.clickOn("#history .line");
        robot.type(KeyCode.DELETE);
        until(() -> stored().isEmpty());

        robot.clickOn("#settings").clickOn("#open-trash");
        until(() -> shows(".trash-line"));
        robot.clickOn("#trash-empty");
        until(() -> shows("#trash-question"));
        robot.clickOn("#trash-keep");
        until(() -> !shows("#trash-question") && shows(".trash-line"));
        robot.clickOn("#trash-empty").clickOn("#trash-sure");
        until(() -> !shows(".trash-line") && shows("#trash-none"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#trash"));
    }

    @Test
    void bringingInAsksForFilesFirst() {
        robot.clickOn("#settings").clickOn("#open-past");
        until(() -> shows("#past-files") && shows("#past-folder"));
        assertTrue(robot.lookup("#past-bring").query().isDisabled());
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#past"));
    }

    @Test
    void aPassphraseIsSetByTheKeyboardAlone() {
        robot.clickOn("#settings").clickOn("#open-protection");
        until(() -> shows("#new-passphrase"));
        robot.clickOn("#new-passphrase").write("correct horse battery").type(KeyCode.ENTER);
        robot.write("correct horse battery").type(KeyCode.ENTER);
        until(() -> shows("#lock-now"));
        robot.type(KeyCode.ESCAPE);
    }
}
