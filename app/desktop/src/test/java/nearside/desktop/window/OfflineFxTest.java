package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.MenuButton;

import nearside.desktop.offline.Shutter.Back;
import nearside.desktop.offline.Standing;
import nearside.desktop.offline.Standing.Enforcer;
import nearside.desktop.offline.Standing.Offline;
import nearside.desktop.offline.Wish;
import nearside.storage.Settings.Mode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.util.List;
import java.util.concurrent.TimeoutException;

/// The mode in the bar on top, by real clicks.
final class OfflineFxTest extends WindowFx {
    private void reopen(Standing standing) throws TimeoutException {
        close();
        stage = FxToolkit.registerStage(javafx.stage.Stage::new);
        opened = onFx(() -> Opened.on(stage, profile, standing));
    }

    private Node mode() {
        return robot.lookup("#mode").query();
    }

    @Test
    void offlineIsChosenAndSaidToBeTheSystems() {
        assertEquals("Here first · asks", text("#mode"));
        robot.clickOn("#mode").clickOn("#mode-offline");
        until(() -> text("#mode").equals("Offline · enforced by the system"));
        assertEquals("Mode: Offline · enforced by the system", mode().getAccessibleText());
        until(() -> opened.settings().read().borrowing().mode() == Mode.OFFLINE);
        assertEquals(List.of("shut by PERSON"), opened.shutter().wished());
    }

    @Test
    void theWayBackIsSaidToRestartAndMayBeLeft() throws TimeoutException {
        reopen(new Offline(new Enforcer.Sealed(), Wish.PERSON));
        robot.clickOn("#mode").clickOn("#mode-here");
        until(() -> shows("#restart-bar"));
        assertTrue(text("#restart-text").contains("What you have typed is kept."));
        assertEquals("Offline · enforced by the system", text("#mode"));
        robot.clickOn("#restart-stay");
        until(() -> !shows("#restart-bar"));
        assertEquals(List.of(), opened.shutter().wished());
        robot.clickOn("#mode").clickOn("#mode-here").clickOn("#restart-now");
        until(() -> opened.shutter().wished().equals(List.of("back")));
        assertEquals(Mode.LOCAL_FIRST, opened.settings().read().borrowing().mode());
    }

    @Test
    void whatWasTypedBeforeTheRestartIsThereAfterIt() throws TimeoutException {
        reopen(new Offline(new Enforcer.Sealed(), Wish.PERSON));
        robot.clickOn("#question").write("half a thought");
        robot.clickOn("#mode").clickOn("#mode-here").clickOn("#restart-now");
        until(() -> !stage.isShowing());
        reopen(new Standing.LocalFirst());
        until(() -> text("#question").equals("half a thought"));
    }

    @Test
    void aProgramThatCannotRestartItselfSaysWhatToDo() throws TimeoutException {
        reopen(new Offline(new Enforcer.Sealed(), Wish.THIS_RUN));
        opened.shutter().next(Back.BY_HAND);
        robot.clickOn("#mode");
        until(() -> text("#mode-decided").contains("--offline"));
        robot.clickOn("#mode-here").clickOn("#restart-now");
        until(() -> text("#restart-text").contains("close it and open it"));
        assertTrue(shows("#restart-stay") && !shows("#restart-now"));
    }

    @Test
    void whatOnlyTheProgramEnforcesIsNotSaidToBeTheSystems() throws TimeoutException {
        reopen(new Offline(new Enforcer.Program("Plan 9 mips"), Wish.PERSON));
        opened.shutter().next(Back.OPEN);
        assertEquals("Offline · enforced by the program", text("#mode"));
        robot.clickOn("#mode");
        until(() -> text("#mode-enforced").contains("Plan 9 mips"));
        robot.clickOn("#mode-here");
        until(() -> text("#mode").equals("Here first · asks"));
    }

    @Test
    void aPolicyDisablesTheWayBackAndIsNamed() throws TimeoutException {
        reopen(new Offline(new Enforcer.Sealed(), Wish.POLICY));
        robot.clickOn("#mode");
        until(() -> text("#mode-decided").startsWith("Your administrators decided"));
        assertTrue(((MenuButton) mode()).getItems().getFirst().isDisable());
        robot.clickOn("#mode-here");
        assertFalse(shows("#restart-bar"));
        assertEquals(List.of(), opened.shutter().wished());
    }
}
