package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import nearside.desktop.print.PlayedCups;
import nearside.storage.policy.Policy;
import nearside.storage.policy.PolicyFault;
import nearside.storage.policy.PolicyState;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// A conversation is put on paper.
final class PrintFxTest extends WindowFx {
    private PlayedCups cups() throws IOException {
        return PlayedCups.in(PlayedCups.folder(profile));
    }

    private void openByKeys() {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.P).release(KeyCode.SHORTCUT);
        until(() -> shows("#print-title"));
        // What is written would go to where the last click went.
        robot.targetWindow(onFx(() -> robot.lookup("#print-title").query().getScene().getWindow()));
    }

    private void openWithPrinters() {
        openByKeys();
        until(() -> shows("#print-list .list-cell:filled") && !disabled("#print-send"));
    }

    private boolean disabled(String id) {
        return onFx(() -> robot.lookup(id).queryAll().stream().allMatch(Node::isDisabled));
    }

    @Test
    void keysAloneChooseAPrinterAndPrint() throws IOException {
        PlayedCups cups = cups();
        askAndGet("Tides", "The moon pulls.");
        openWithPrinters();
        assertEquals("Tides", text("#print-of"));
        assertEquals(
                "ink",
                onFx(() ->
                        robot.lookup("#print-list")
                                .queryAs(ListView.class)
                                .getSelectionModel()
                                .getSelectedItem()));
        robot.type(KeyCode.UP);
        robot.type(KeyCode.TAB);
        robot.write("3").type(KeyCode.ENTER);
        until(() -> text("#print-said").equals("Sent to paper"));
        assertEquals(
                List.of("-d", "paper", "-n", "3", "-t", "Nearside", "--", "-"), cups.arguments());
        assertTrue(new String(cups.printed(), ISO_8859_1).endsWith("%%EOF\n"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#print-title"));
    }

    @Test
    void enterInTheListPrints() throws IOException {
        PlayedCups cups = cups();
        askAndGet("Tides", "The moon pulls.");
        openWithPrinters();
        robot.type(KeyCode.ENTER);
        until(() -> text("#print-said").equals("Sent to ink"));
        assertEquals("ink", cups.arguments().get(1));
    }

    @Test
    void aWrongNumberIsSaidBesideTheField() throws IOException {
        PlayedCups cups = cups();
        askAndGet("Tides", "The moon pulls.");
        openWithPrinters();
        robot.type(KeyCode.TAB).write("0").type(KeyCode.ENTER);
        until(() -> text("#print-fault").equals("Expected a number from 1 to 99, found “0”."));
        assertTrue(disabled("#print-send"));
        assertFalse(cups.hasPrinted());
        robot.write("4");
        until(() -> !shows("#print-fault") && !disabled("#print-send"));
    }

    @Test
    void whatTheSystemRefusesIsSaidAndCanBeTriedAgain() throws IOException {
        PlayedCups cups = cups();
        cups.lp("cat > /dev/null; echo 'lp: no such class' >&2; exit 1\n");
        askAndGet("Tides", "The moon pulls.");
        openWithPrinters();
        robot.clickOn("#print-send");
        until(() -> shows("#print #trouble"));
        assertFalse(disabled("#print-send"));
        assertFalse(shows("#print-said"));
        PlayedCups.in(PlayedCups.folder(profile));
        robot.clickOn("#print-send");
        until(() -> text("#print-said").equals("Sent to ink") && !shows("#print #trouble"));
    }

    @Test
    void theMenuOfAConversationPrintsItWithoutOpeningIt() throws IOException {
        PlayedCups cups = cups();
        askAndGet("Tides", "The moon pulls.");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.N).release(KeyCode.SHORTCUT);
        until(() -> shows("#start"));
        robot.rightClickOn("#history .line").clickOn("#menu-print");
        until(() -> shows("#print-title") && !disabled("#print-send"));
        assertEquals("Tides", text("#print-of"));
        robot.clickOn("#print-send");
        until(() -> text("#print-said").equals("Sent to ink"));
        assertTrue(cups.hasPrinted());
    }

    @Test
    void withoutPrintersThereIsOneButton() {
        askAndGet("Tides", "The moon pulls.");
        openByKeys();
        until(() -> shows("#print-none"));
        assertEquals("Save as PDF", text("#print-none-way"));
        assertFalse(shows("#print-send") || shows("#print-save") || shows("#print-copies"));
        assertFalse(shows("#print-note"), "what becomes of pages that are not printed");
    }

    @Test
    void whatIsNotBegunIsNotPrinted() throws IOException {
        cups();
        openByKeys();
        assertTrue(text("#print-said").startsWith("Only a conversation that is kept"));
        assertFalse(shows("#print-send") || shows("#print-list"));
    }

    @Test
    void aPolicySaysWhatItSaysOfExports() throws TimeoutException, IOException {
        cups();
        askAndGet("Tides", "The moon pulls.");
        close();
        stage = FxToolkit.registerStage(Stage::new);
        PolicyState strict =
                new PolicyState.Restricted(
                        List.of(new PolicyFault.UnknownKey(Path.of("/etc/a.json"), "colour")));
        assertEquals(Policy.Export.FORBIDDEN, strict.policy().export());
        opened = onFx(() -> Opened.on(stage, profile, strict));
        until(() -> shows("#history .line"));
        robot.clickOn("#history .line");
        openByKeys();
        until(() -> text("#print-said").startsWith("Conversations may not be written to files"));
        assertFalse(shows("#print-send") || shows("#print-save"));
    }
}
