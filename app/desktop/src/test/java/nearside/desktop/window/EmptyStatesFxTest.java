package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Missing;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.stream.Stream;

/// What is empty says so and has one button, which leads on.
final class EmptyStatesFxTest extends WindowFx {
    /// How many buttons a person sees in there.
    private static long ways(Node node) {
        Stream<Node> below =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream()
                        : Stream.empty();
        return (node instanceof Button && node.isVisible() ? 1 : 0)
                + below.filter(Node::isVisible).mapToLong(EmptyStatesFxTest::ways).sum();
    }

    private void saysAndLeadsOn(String id) {
        until(() -> shows(id) && shows(id + "-way"));
        Node text =
                robot.lookup(id).queryAll().stream().filter(this::seen).findFirst().orElseThrow();
        assertFalse(((Labeled) text).getText().isBlank());
        assertEquals(1, ways(text.getParent()));
        robot.clickOn(id + "-way");
    }

    @Test
    void moreOrFewerThanOneWayIsFound() {
        Panel panel = new Panel(Words.of(Locale.ENGLISH));
        Missing one = onFx(() -> new Missing(panel, "none", "trash.none", "trash.back", () -> {}));
        assertEquals(1, ways(one));
        assertEquals(0, ways(new VBox(new Label("nothing"))));
        assertEquals(2, ways(onFx(() -> new VBox(new Button(), new Button()))));
    }

    @Test
    void noConversationsLeadToEarlierOnes() {
        saysAndLeadsOn("#history-none");
        until(() -> shows("#past-files"));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void aVainSearchLeadsBack() {
        askAndGet("Hello", "Hi");
        robot.clickOn("#search").write("nowhere");
        saysAndLeadsOn("#search-standing");
        until(() -> shows("#history") && text("#search").isEmpty());
    }

    @Test
    void anEmptyTrashLeadsBackToTheConversations() {
        robot.clickOn("#settings").clickOn("#open-trash");
        until(() -> shows("#trash-none"));
        assertFalse(shows("#trash-bring") || shows("#trash-remove") || shows("#trash-empty"));
        saysAndLeadsOn("#trash-none");
        until(() -> !shows("#trash"));
    }

    @Test
    void withoutABackupOneIsKeptNow() {
        robot.clickOn("#settings").clickOn("#open-backups");
        saysAndLeadsOn("#backup-none");
        until(() -> !shows("#backup-none") && shows("#backup-list .list-cell"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#backups"));
    }

    @Test
    void anEmptyLedgerLeadsToBorrowingAndThereOneIsSetUp() {
        robot.clickOn("#settings").clickOn("#open-ledger");
        saysAndLeadsOn("#ledger-none");
        until(() -> !shows("#ledger") && shows("#borrow-none"));
        assertEquals(1, ways(robot.lookup("#borrow-add").query().getParent()));
        robot.clickOn("#borrow-add");
        until(() -> shows("#far-form"));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void lettersThatNothingAnswersToAreCleared() {
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        until(() -> shows("#switcher-field"));
        robot.write("qqqq");
        saysAndLeadsOn("#switcher-none");
        until(() -> text("#switcher-field").isEmpty() && !shows("#switcher-none"));
        robot.type(KeyCode.ESCAPE);
    }
}
