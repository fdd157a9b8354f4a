package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import nearside.storage.Settings.Welcome;
import nearside.storage.policy.PolicyFault;
import nearside.storage.policy.PolicyState;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The first minutes, and what goes wrong, by keys alone.
final class ByKeysBeginningFxTest extends ByKeysFx {
    @Test
    void theWelcomeIsPutAwayAndAFirstQuestionAsked() {
        keys.press("#welcome-skip");
        until(() -> !shows("#welcome"));
        focusIs("#question");
        until(() -> opened.settings().read().welcome() == Welcome.PUT_AWAY);
        for (int i = 1; i < 5; i++) {
            keys.tabTo("#starter-" + i);
        }
        robot.type(KeyCode.SPACE);
        until(() -> opened.desk().engine().asked().size() == 1);
        until(() -> keys.isInside("#chat"));
    }

    @Test
    void aLargerModelAndEarlierConversationsAreComeToAndLeft() {
        keys.press("#welcome-get");
        until(() -> shows("#getting"));
        keys.press("#getting-open");
        until(() -> opened.shown().size() == 1);
        keys.tabTo("#getting-folder");
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#getting"));
        focusIs("#welcome-get");
        keys.press("#welcome-past");
        until(() -> shows("#past-files"));
        keys.tabTo("#past-folder");
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#past"));
        focusIs("#welcome-past");
    }

    @Test
    void whetherEverythingStaysHereIsChosenByArrows() {
        keys.tabTo("#stay-here");
        robot.type(KeyCode.DOWN);
        until(() -> shows("#borrow-none"));
        keys.tabTo("#borrow-add");
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#borrow"));
        assertTrue(robot.lookup("#stay-here").queryAs(RadioButton.class).isSelected());
        keys.press("#mode");
        keys.choose("mode-offline");
        until(() -> text("#stay-why").startsWith("You chose offline"));
    }

    @Test
    void whoIsAskedBeforeSomethingLeavesIsChosenByArrows() {
        keys.press("#settings");
        keys.choose("open-borrow");
        keys.tabTo("#consent-each");
        robot.type(KeyCode.DOWN);
        until(() -> robot.lookup("#consent-within").queryAs(RadioButton.class).isSelected());
        keys.fill("#consent-tokens", "500");
        keys.press("#consent-keep");
        until(() -> shows("#consent-remark"));
        keys.backTo("#consent-within");
        robot.type(KeyCode.UP);
        until(() -> robot.lookup("#consent-each").queryAs(RadioButton.class).isSelected());
    }

    @Test
    void troublesAreReadCopiedAndPutAway() throws Exception {
        close();
        Files.writeString(profile.resolve("settings.json"), "{");
        PolicyState restricted =
                new PolicyState.Restricted(
                        List.of(new PolicyFault.UnknownKey(Path.of("/etc/a.json"), "colour")));
        stage = FxToolkit.registerStage(Stage::new);
        opened = onFx(() -> Opened.on(stage, profile, restricted));
        until(() -> text("#trouble").startsWith("The policy of this device cannot be used"));
        keys.press("#trouble-bar #copy-details");
        assertTrue(copied().startsWith("The policy of this device cannot be used"), copied());
        keys.press("#close-trouble");
        until(() -> text("#trouble").startsWith("Your settings could not be used"));
        keys.press("#close-trouble");
        until(() -> !shows("#trouble-bar"));
        until(() -> keys.focused().isPresent());
    }
}
