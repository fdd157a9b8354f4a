package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import nearside.desktop.offline.Standing.Enforcer;
import nearside.desktop.offline.Standing.Offline;
import nearside.desktop.offline.Wish;
import nearside.engine.EngineFailure;
import nearside.engine.Finish;
import nearside.engine.ReplyEvent;
import nearside.storage.far.FarEntry;
import nearside.storage.policy.PolicyFault;
import nearside.storage.policy.PolicyState;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/// Everything the keyboard reaches has a name and a role: each view and panel is opened and walked.
final class EveryViewFxTest extends WalkFx {
    /// Stands there only while the disk is full, and holds no control.
    private static final Set<String> NEVER_OPENED = Set.of("DiskFullBar");

    private static final String MARKDOWN =
            """
            # Tides

            The *moon* pulls, see [a page](https://moon.example/tides).

            | Place | Metres |
            |---|---|
            | Fundy | 16 |

            ```java
            int high = 2;
            ```

            - [x] once
            - [ ] twice

            > a quote

            $$h = \\frac{a}{b}$$
            """;

    @Test
    void hasNamesAndRolesForAllThatIsReached() throws Exception {
        conversation();
        sidebar();
        menus();
        panels();
        new FurtherViews(this).walkAll();
        borrowing();
        bars();
        protection();
        onFx(() -> {
            new LoneViews(profile).show(walk);
            return true;
        });
        System.out.println("Reached by the keyboard:\n" + walk.told());
        assertEquals(List.of(), walk.flaws());
        assertEquals(NEVER_OPENED, walk.missed(), "views that were not opened");
    }

    private void conversation() {
        walk("empty");
        askAndGetMarkdown();
        fire("#why");
        walk("answer in Markdown");
        robot.rightClickOn("#answer-text");
        until(() -> robot.lookup("#copy-markdown").tryQuery().isPresent());
        walk("menu of a message");
        robot.type(KeyCode.ESCAPE);
        fire("#again");
        until(() -> shows("#stop"));
        walk("answer that begins");
        opened.desk().engine().write("The moon");
        until(() -> text("#answer-text").equals("The moon"));
        robot.type(KeyCode.ESCAPE);
        until(() -> shows("#continue") && shows("#branch-before"));
        walk("stopped answer with another before");
        fire("#rewrite");
        until(() -> shows("#edit-area"));
        walk("answer being written anew");
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#edit-area"));
        ask("Two");
        until(() -> shows("#stop"));
        opened.desk()
                .engine()
                .tell(
                        new ReplyEvent.Failed(
                                new EngineFailure.WorkerDied(EngineFailure.Stage.WRITE, 137)));
        until(() -> shows("#copy-details"));
        walk("failed answer");
        robot.clickOn("#question").write("typed");
        until(() -> shows("#context-meter"));
        walk("typing");
    }

    private void askAndGetMarkdown() {
        ask("One");
        opened.desk().engine().write(MARKDOWN);
        opened.desk().engine().finish(Finish.EOS);
        until(() -> shows(".md-code-block") && shows("#why") && !shows("#stop"));
    }

    private void sidebar() {
        shortcut(KeyCode.N);
        until(() -> shows("#temporary"));
        fire("#temporary");
        until(() -> shows("#temporary-bar"));
        walk("temporary conversation");
        robot.rightClickOn("#history .line");
        until(() -> robot.lookup("#menu-pin").tryQuery().isPresent());
        walk("menu of a conversation");
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#history .line").type(KeyCode.F2);
        until(() -> shows("#rename"));
        walk("renaming");
        robot.type(KeyCode.ESCAPE);
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT).type(KeyCode.F);
        robot.release(KeyCode.SHORTCUT, KeyCode.SHIFT);
        robot.write("moon");
        until(() -> shows("#search-hits .hit"));
        walk("search");
        robot.type(KeyCode.ESCAPE);
        until(() -> shows("#history .line"));
        shortcut(KeyCode.K);
        until(() -> shows("#switcher-field"));
        walk("switcher");
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#history .line").type(KeyCode.DELETE);
        until(() -> shows("#undo-bar"));
        walk("undo");
    }

    private void menus() {
        for (String menu : List.of("#settings", "#model", "#mode")) {
            robot.clickOn(menu);
            walk("menu " + menu);
            robot.type(KeyCode.ESCAPE);
        }
    }

    private void panels() {
        panel("keys", "#keys-title");
        panel("past", "#past-files");
        opened.desk().profile().backups().keep();
        panel("backups", "#backup-list .list-cell:filled");
        panel("ledger", "#ledger-table");
        choose("trash", ".trash-line");
        walk("trash");
        robot.clickOn("#trash-empty");
        until(() -> shows("#trash-question"));
        walk("trash, asking");
        robot.type(KeyCode.ESCAPE);
    }

    private void protection() throws TimeoutException {
        reopen();
        choose("protection", "#new-passphrase");
        walk("protection");
        robot.clickOn("#new-passphrase").write("correct horse battery").type(KeyCode.ENTER);
        robot.write("correct horse battery").type(KeyCode.ENTER);
        until(() -> shows("#lock-now"));
        walk("protection by a passphrase");
        robot.type(KeyCode.ESCAPE);
    }

    private void borrowing() {
        opened.desk()
                .profile()
                .farModels()
                .keep(
                        new FarEntry(
                                "one",
                                "one",
                                FarEntry.Whose.CLOUD,
                                new FarEntry.Door(
                                        URI.create("https://far.example/v1"),
                                        FarEntry.Header.BEARER,
                                        Optional.of(new FarEntry.Secret("sk-one"))),
                                new FarEntry.Model("far-1", FarEntry.Dialect.OPENAI, 9_000),
                                Optional.empty()));
        choose("borrow", ".far-line");
        walk("borrowing");
        robot.clickOn(".far-line").clickOn("#borrow-edit");
        until(() -> shows("#far-form"));
        walk("a far model");
        robot.type(KeyCode.ESCAPE);
    }

    private void bars() throws TimeoutException, IOException {
        close();
        Files.writeString(profile.resolve("settings.json"), "{");
        stage = FxToolkit.registerStage(Stage::new);
        PolicyState restricted =
                new PolicyState.Restricted(
                        List.of(new PolicyFault.UnknownKey(Path.of("/etc/a.json"), "colour")));
        opened = onFx(() -> Opened.on(stage, profile, restricted));
        until(() -> shows("#trouble-bar"));
        walk("trouble");
        close();
        stage = FxToolkit.registerStage(Stage::new);
        opened =
                onFx(() ->
                        Opened.on(stage, profile, new Offline(new Enforcer.Sealed(), Wish.PERSON)));
        robot.clickOn("#mode").clickOn("#mode-here");
        until(() -> shows("#restart-bar"));
        walk("way back from offline");
    }
}
