package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import nearside.farside.Completion;
import nearside.farside.FarSide;
import nearside.farside.Play;
import nearside.storage.Settings.Consent;
import nearside.storage.far.FarEntry;
import nearside.storage.policy.Policy;
import nearside.storage.policy.PolicyState;
import nearside.twologs.TwoLogs;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// A far model is set up, tried and let go of in the window, and the ledger's page tells of it.
final class FarPanelsFxTest extends WindowFx {
    private static final Play YES =
            (_, wire) ->
                    wire.stream()
                            .body(Completion.text("Yes") + Completion.finish("stop"))
                            .body(Completion.DONE)
                            .end();

    private void openBorrow() {
        robot.clickOn("#settings").clickOn("#open-borrow");
        until(() -> shows("#borrow-list"));
    }

    /// The list is read while the panel is there already.
    private void choose(String name) {
        until(() -> robot.lookup(".far-name").lookup(name).tryQuery().isPresent());
        robot.clickOn(name);
    }

    private void type(String id, String text) {
        onFx(() -> {
            robot.lookup(id).queryAs(TextField.class).clear();
            return true;
        });
        robot.clickOn(id).write(text);
    }

    private List<FarEntry> kept() {
        return opened.desk().profile().farModels().all();
    }

    private void keep(String name, URI address) {
        opened.desk()
                .profile()
                .farModels()
                .keep(
                        new FarEntry(
                                name,
                                name,
                                FarEntry.Whose.CLOUD,
                                new FarEntry.Door(
                                        address,
                                        FarEntry.Header.BEARER,
                                        Optional.of(new FarEntry.Secret("sk-" + name))),
                                new FarEntry.Model("far-1", FarEntry.Dialect.OPENAI, 9_000),
                                Optional.empty()));
    }

    @Test
    void oneIsSetUpTriedAndFoundInTheLedger() throws IOException {
        try (FarSide far = FarSide.plain(YES)) {
            openBorrow();
            until(() -> shows("#borrow-none"));
            robot.clickOn("#borrow-add");
            until(() -> shows("#far-form"));
            robot.clickOn("#far-keep");
            until(() -> text("#far-flaws").contains("Name:"));
            type("#far-name", "Test");
            type("#far-address", far.base().toString());
            type("#far-model", "far-1");
            type("#far-key", "sk-test");
            type("#far-window", "9000");
            type("#far-usd-in", "2");
            type("#far-usd-cached", "0.2");
            type("#far-usd-out", "8");
            robot.clickOn("#far-keep");
            until(() -> shows("#borrow-list") && kept().size() == 1);
            until(() -> says("$2.00 in, $0.20 cached and $8.00 out"));
            assertEquals(
                    Optional.of(new FarEntry.Secret("sk-test")), kept().getFirst().door().secret());

            until(() -> !robot.lookup("#borrow-try").query().isDisabled());
            robot.clickOn("#borrow-try");
            until(() -> text("#borrow-said").startsWith("“Test” works. It answered “Yes”"));
            assertEquals(
                    Optional.of("Bearer sk-test"), far.asked().getFirst().header("Authorization"));
            robot.type(KeyCode.ESCAPE);
            until(() -> !shows("#borrow"));

            robot.clickOn("#settings").clickOn("#open-ledger");
            until(() -> shows("#ledger-table") && cells().contains("a trial"));
            assertTrue(cells().contains("127.0.0.1:" + far.base().getPort()));
            assertTrue(text("#ledger-chain").contains("whole"));
            robot.type(KeyCode.ESCAPE);
            until(() -> !shows("#ledger"));
            TwoLogs.of(opened.desk().profile().ledger().rows(), far).assertEqual();
        }
    }

    private boolean says(String price) {
        return robot.lookup(".far-line .label").queryAllAs(Labeled.class).stream()
                .anyMatch(line -> line.getText().contains(price));
    }

    private List<String> cells() {
        return robot.lookup("#ledger-table .table-cell").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void theOrderIsChangedAndOneIsLetGo() {
        keep("one", URI.create("https://far.example/v1"));
        keep("two", URI.create("https://far.example/v1"));
        openBorrow();
        until(() -> shows(".far-line"));
        assertTrue(robot.lookup("#borrow-up").query().isDisabled());
        choose("two");
        robot.clickOn("#borrow-up");
        until(() -> kept().getFirst().id().equals("two"));
        robot.clickOn("#borrow-down");
        until(() -> kept().getLast().id().equals("two"));
        robot.clickOn("#borrow-remove");
        until(() -> kept().stream().map(FarEntry::id).toList().equals(List.of("one")));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void aKeptKeyIsSaidAndNotShownAndStaysWithItsServer() {
        keep("one", URI.create("https://far.example/v1"));
        openBorrow();
        choose("one");
        robot.clickOn("#borrow-edit");
        until(() -> shows("#far-key") && text("#far-key-note").startsWith("Key kept."));
        assertEquals("", text("#far-key"));
        assertFalse(shows("#far-kind"));
        type("#far-address", "http://far.example/v1");
        until(() -> text("#far-key-note").startsWith("The kept key is for the server before."));
        until(() -> shows("#far-readable"));
        robot.clickOn("#far-keep");
        until(() -> kept().getFirst().door().secret().isEmpty());
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void whoIsAskedIsChosenByArrowsToo() {
        openBorrow();
        robot.clickOn("#consent-each").type(KeyCode.DOWN);
        until(() -> opened.settings().read().borrowing().consent() == Consent.WITHIN_LIMITS);
        robot.type(KeyCode.UP);
        until(() -> opened.settings().read().borrowing().consent() == Consent.ASK);
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void limitsAreKept() {
        openBorrow();
        assertTrue(robot.lookup("#consent-tokens").query().isDisabled());
        robot.clickOn("#consent-within");
        until(() -> opened.settings().read().borrowing().consent() == Consent.WITHIN_LIMITS);
        type("#consent-tokens", "7000");
        type("#consent-usd", "2.5");
        robot.clickOn("#consent-keep");
        until(() -> opened.settings().read().borrowing().limits().tokens() == 7_000);
        assertEquals(
                new BigDecimal("2.5"), opened.settings().read().borrowing().limits().usdPerDay());
        assertTrue(robot.lookup("#consent-within").queryAs(RadioButton.class).isSelected());
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theFootCountsAnswers() {
        until(() -> text("#device-answered").equals("Answered here 0 · borrowed 0"));
        askAndGet("Hello", "Hi");
        until(() -> text("#device-answered").equals("Answered here 1 · borrowed 0"));
    }

    @Test
    void whatAPolicyForbidsIsDisabledAndSaid() throws TimeoutException {
        keep("one", URI.create("https://far.example/v1"));
        close();
        stage = FxToolkit.registerStage(Stage::new);
        opened =
                onFx(() ->
                        Opened.on(
                                stage,
                                profile,
                                new PolicyState.Valid(Policy.STRICTEST, List.of())));
        openBorrow();
        until(() -> shows(".far-line") && text("#borrow-policy").contains("offline"));
        choose("one");
        for (String id : List.of("#borrow-add", "#borrow-try", "#consent-within")) {
            assertTrue(robot.lookup(id).query().isDisabled(), id);
        }
        assertFalse(robot.lookup("#borrow-remove").query().isDisabled());
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#borrow"));
        robot.clickOn("#settings").clickOn("#open-ledger");
        until(() -> shows("#ledger-forbidden"));
        assertTrue(robot.lookup("#ledger-export").query().isDisabled());
        robot.type(KeyCode.ESCAPE);
    }
}
