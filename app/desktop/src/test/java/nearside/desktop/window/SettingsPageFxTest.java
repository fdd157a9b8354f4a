package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;

import nearside.desktop.hotkey.Hotkey.Grab;
import nearside.desktop.tray.Tray.Seen;
import nearside.storage.Manners;
import nearside.storage.Settings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All settings on one page.
final class SettingsPageFxTest extends WindowFx {
    @BeforeEach
    void openPage() {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.COMMA).release(KeyCode.SHORTCUT);
        until(() -> shows("#settings-title"));
    }

    /// The list of a choice opens by keys, too; the robot loses its popup.
    private void choose(String id, int index) {
        onFx(() -> {
            robot.lookup(id).queryAs(ComboBox.class).getSelectionModel().select(index);
            return true;
        });
    }

    private Settings kept() {
        return opened.settings().read();
    }

    @Test
    void anotherLanguageIsKeptAndComesWithTheNextStart() {
        choose("#language", 2);
        until(() -> kept().language() == Settings.Language.CHINESE);
    }

    @Test
    void anotherWayToKeepWhatWasReadIsTakenAtOnceAndKept() {
        choose("#cache", 2);
        until(() -> opened.kept().equals(List.of(Settings.KvCache.INT8)));
        until(() -> kept().running().kvCache() == Settings.KvCache.INT8);
    }

    @Test
    void whatIsNotToBeGivenUpCanBeAllowedAgain() {
        robot.clickOn("#settings-find").write("earlier messages");
        robot.clickOn("#relief-leave_out");
        until(() -> kept().running().never().equals(Set.of(Settings.Relief.LEAVE_OUT)));
        robot.clickOn("#relief-leave_out");
        until(() -> kept().running().never().isEmpty());
    }

    @Test
    void aSettingIsFoundByItsWordsAndOtherPagesByTheirs() {
        robot.clickOn("#settings-find").write("nothing like this");
        until(() -> shows("#settings-none") && !shows("#theme"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.write("far prices");
        until(() -> shows("#page-borrow") && !shows("#page-prompts"));
        find("prompts");
        until(() -> shows("#page-prompts") && !shows("#theme"));
        robot.clickOn("#page-prompts");
        until(() -> shows("#prompts-title") && !shows("#settings-title"));
    }

    private void find(String words) {
        robot.clickOn("#settings-find");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.write(words);
    }

    @Test
    void whoStaysInTheTrayIsToldWhereThereIsNone() {
        find("stay");
        robot.clickOn("#stays-box");
        until(() -> kept().manners().closing() == Manners.Closing.TRAY);
        assertFalse(shows("#stays-none"));
        opened.around().tray(Seen.NO);
        until(() -> shows("#stays-none"));
        robot.clickOn("#stays-box");
        until(() -> kept().manners().closing() == Manners.Closing.QUIT);
        until(() -> !shows("#stays-none"));
    }

    @Test
    void noticesAreLeftOut() {
        find("long answer");
        robot.clickOn("#tells-box");
        until(() -> kept().manners().notices() == Manners.Notices.NONE);
    }

    @Test
    void keysOfAnotherProgramAreSaidBelow() {
        opened.around().grabs(Grab.TAKEN);
        find("anywhere");
        choose("#quick-key", 1);
        until(() -> text("#quick-trouble").startsWith("Another program"));
        opened.around().grabs(Grab.DONE);
        choose("#quick-key", 3);
        until(() -> !shows("#quick-trouble"));
        until(() -> kept().manners().quickKey() == Manners.QuickKey.CTRL_ALT_N);
    }

    @Test
    void allIsPutBackAndThatIsTakenBack() {
        choose("#theme", 2);
        choose("#pause", 5);
        until(() -> kept().running().unloadAfter().isEmpty());
        until(() -> kept().theme() == Settings.Theme.DARK);
        robot.clickOn("#settings-reset");
        until(() -> kept().theme() == Settings.Theme.SYSTEM);
        until(() -> kept().running().unloadAfter().equals(Optional.of(Duration.ofMinutes(10))));
        assertEquals(
                0,
                robot.lookup("#theme")
                        .queryAs(ComboBox.class)
                        .getSelectionModel()
                        .getSelectedIndex());
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#settings-title"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        until(() -> kept().theme() == Settings.Theme.DARK);
        until(() -> kept().running().unloadAfter().isEmpty());
    }
}
