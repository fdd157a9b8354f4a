package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import nearside.engine.Prompt;
import nearside.engine.Role;
import nearside.storage.Fetching;
import nearside.storage.Settings;
import nearside.storage.policy.Policy;
import nearside.storage.policy.PolicyState;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;

/// The program is set up by keys alone.
final class ByKeysSettingFxTest extends ByKeysFx {
    private static final Optional<URI> HUB =
            Optional.of(URI.create("https://models.example.com/near/"));

    private void openSettings() {
        keys.shortcut(KeyCode.COMMA);
        until(() -> shows("#settings-title"));
    }

    @Test
    void aModelIsAskedOtherwiseAndThatIsKeptUsedAndForgotten() {
        keys.press("#setup-open");
        focusIs("#setup-system");
        keys.write("Be brief.");
        keys.fill("#setup-temperature", "0.5");
        keys.fill("#setup-name", "Brief");
        keys.press("#setup-keep");
        until(() -> !robot.lookup("#setup-presets").query().isDisabled());
        keys.press("#setup-reset");
        until(() -> text("#setup-system").isEmpty());
        keys.press("#setup-presets");
        keys.choose("Brief");
        until(() -> text("#setup-system").equals("Be brief."));
        keys.press("#setup-forget");
        until(() -> robot.lookup("#setup-presets").query().isDisabled());
        keys.press("#setup-use");
        until(() -> !shows("#setup-title"));
        focusIs("#setup-open");
        ask("Hello");
        until(() -> opened.desk().engine().asked().size() == 1);
        Prompt asked = opened.desk().engine().asked().getFirst();
        assertEquals(0.5, asked.sampling().temperature());
        assertEquals(new Prompt.Line(Role.SYSTEM, "Be brief."), asked.lines().getFirst());
    }

    @Test
    void aSettingIsFoundChangedAndPutBack() {
        openSettings();
        focusIs("#settings-find");
        keys.write("dark");
        until(() -> shows("#theme") && !shows("#pause"));
        keys.tabTo("#theme");
        robot.type(KeyCode.DOWN);
        until(() -> opened.settings().read().theme() == Settings.Theme.LIGHT);
        keys.fill("#settings-find", "earlier messages");
        keys.press("#relief-leave_out");
        until(() -> !opened.settings().read().running().never().isEmpty());
        keys.press("#settings-reset");
        until(() -> opened.settings().read().theme() == Settings.Theme.SYSTEM);
        until(() -> opened.settings().read().running().never().isEmpty());
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#settings-title"));
        focusIs("#question");
    }

    private Fetching fetching() {
        return opened.settings().read().models().fetching();
    }

    @Test
    void aHubIsSetMendedAndTakenBack() {
        openSettings();
        focusIs("#settings-find");
        keys.write("hub");
        until(() -> shows("#hub") && !shows("#theme"));
        keys.fill("#hub", "http://models.example.com/");
        robot.type(KeyCode.ENTER);
        until(() -> shows("#hub-wrong"));
        assertEquals(Fetching.USUAL, fetching());
        keys.fill("#hub", "https://models.example.com/near");
        robot.type(KeyCode.ENTER);
        until(() -> fetching().hub().equals(HUB));
        until(() -> !shows("#hub-wrong"));
        keys.press("#settings-reset");
        until(() -> fetching().hub().isEmpty());
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#settings-title"));
        keys.shortcut(KeyCode.Z);
        until(() -> fetching().hub().equals(HUB));
    }

    @Test
    void aLimitOfDownloadsIsChosen() {
        openSettings();
        focusIs("#settings-find");
        keys.write("MB at most downloads");
        until(() -> shows("#settings-none"));
        keys.fill("#settings-find", "downloads take");
        until(() -> shows("#limit") && !shows("#hub"));
        keys.tabTo("#limit");
        robot.type(KeyCode.DOWN);
        until(() -> fetching().mostKilobytes().equals(OptionalInt.of(500)));
        robot.type(KeyCode.UP);
        until(() -> fetching().mostKilobytes().isEmpty());
    }

    @Test
    void whereAPolicySaysFromWhereModelsComeThereIsNoField() throws TimeoutException {
        close();
        stage = FxToolkit.registerStage(Stage::new);
        opened = onFx(() -> Opened.on(stage, profile, inFolder()));
        openSettings();
        until(() -> shows("#limit"));
        assertFalse(shows("#hub"));
        keys.tabTo(".lock");
        assertEquals("Locked", onFx(() -> ((Labeled) keys.focused().orElseThrow()).getText()));
    }

    private static PolicyState inFolder() {
        Policy open = Policy.OPEN;
        return new PolicyState.Valid(
                new Policy(
                        open.network(),
                        open.cloud(),
                        new Policy.Models(
                                Optional.of(new Policy.Place.Folder(Path.of("/srv"))),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        open.export(),
                        open.retention(),
                        open.route(),
                        open.runtime()),
                List.of(Path.of("a.json")));
    }

    @Test
    void whatIsLockedIsComeToAndSaysSo() throws TimeoutException {
        close();
        stage = FxToolkit.registerStage(Stage::new);
        PolicyState strict = new PolicyState.Valid(Policy.STRICTEST, List.of(Path.of("a.json")));
        opened = onFx(() -> Opened.on(stage, profile, strict));
        openSettings();
        keys.tabTo(".lock");
        assertEquals("Locked", onFx(() -> ((Labeled) keys.focused().orElseThrow()).getText()));
    }

    @Test
    void lettersBecomeLargerSmallerAndAsUsual() {
        keys.shortcut(KeyCode.EQUALS);
        until(() -> opened.settings().read().appearance().textPercent() > 100);
        keys.shortcut(KeyCode.DIGIT0);
        until(() -> opened.settings().read().appearance().textPercent() == 100);
        keys.shortcut(KeyCode.MINUS);
        until(() -> opened.settings().read().appearance().textPercent() < 100);
        keys.press("#settings");
        keys.choose("text-sizes", "text-100");
        until(() -> opened.settings().read().appearance().textPercent() == 100);
        focusIs("#settings");
    }

    @Test
    void everyPanelIsOpenedFromTheMenuAndLeftByEscape() {
        for (String panel :
                List.of(
                        "settings",
                        "borrow",
                        "ledger",
                        "prompts",
                        "trash",
                        "past",
                        "protection",
                        "backups",
                        "keys")) {
            keys.press("#settings");
            keys.choose("open-" + panel);
            until(() -> opens().size() == 2);
            until(() -> keys.focused().isPresent());
            robot.type(KeyCode.ESCAPE);
            until(() -> opens().size() == 1);
            focusIs("#settings");
        }
    }

    private static List<Stage> opens() {
        return List.copyOf(Stage.getWindows()).stream()
                .filter(window -> window instanceof Stage && window.isShowing())
                .map(Stage.class::cast)
                .toList();
    }

    @Test
    void theKeysAreShownAndLeftToWhereAPersonWas() {
        askAndGet("Hello", "Hi");
        keys.tabTo("#copy");
        robot.type(KeyCode.F1);
        until(() -> shows("#keys-title"));
        until(() -> keys.has(".keys-table"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#keys-title"));
        focusIs("#copy");
        keys.shortcut(KeyCode.K);
        until(() -> shows("#switcher-field"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#switcher-field"));
        focusIs("#copy");
    }
}
