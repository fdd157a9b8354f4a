package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import nearside.storage.Settings;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/// What the menu of the settings opens and changes.
final class SettingsMenuFxTest extends WindowFx {
    @Test
    void theThemeChangesAtOnceAndIsKept() {
        robot.clickOn("#settings").clickOn("#theme-dark");
        until(() ->
                stage.getScene().getStylesheets().stream()
                        .anyMatch(sheet -> sheet.endsWith("roles-dark.css")));
        until(() -> opened.settings().read().theme() == Settings.Theme.DARK);
    }

    @Test
    void anotherLanguageIsSaidToComeWithTheNextStart() {
        robot.clickOn("#settings").clickOn("#language-chinese");
        until(() -> opened.settings().read().language() == Settings.Language.CHINESE);
        robot.clickOn("#settings");
        until(() ->
                robot.lookup("The language changes with the next start of Nearside.")
                        .tryQuery()
                        .isPresent());
    }

    @Test
    void anotherWayToKeepWhatWasReadIsTakenAtOnceAndKept() {
        robot.clickOn("#settings").clickOn("#cache-small");
        until(() -> opened.kept().equals(List.of(Settings.KvCache.INT8)));
        assertEquals(Settings.KvCache.INT8, opened.settings().read().running().kvCache());
    }

    @Test
    void whatIsNotToBeGivenUpCanBeAllowedAgain() {
        robot.clickOn("#settings").clickOn("#relief-leave_out");
        until(() -> never().equals(Set.of(Settings.Relief.LEAVE_OUT)));
        robot.clickOn("#settings").clickOn("#relief-leave_out");
        until(() -> never().isEmpty());
    }

    private Set<Settings.Relief> never() {
        return opened.settings().read().running().never();
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
