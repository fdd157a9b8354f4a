package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextFlow;
import javafx.scene.text.TextLineInfo;
import javafx.stage.Stage;

import nearside.engine.Finish;
import nearside.engine.local.EngineState;
import nearside.storage.ConversationId;
import nearside.storage.Journal;
import nearside.storage.Settings;
import nearside.storage.policy.PolicyFault;
import nearside.storage.policy.PolicyState;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

final class NearsideWindowFxTest extends WindowFx {
    /// Stands for an excerpt that ends within a line.
    private static final int CUT = -1;

    @Test
    void anEmptyWindowOffersFourQuestions() {
        assertTrue(shows("#start"));
        robot.clickOn("#starter-1");
        until(() -> !shows("#start"));
        opened.desk().engine().finish(Finish.EOS);
        until(() -> stored().size() == 1);
    }

    @Test
    void aQuestionIsAskedAndItsAnswerStreamsIn() {
        ask("What is a moon?");
        assertEquals("", text("#question"));
        opened.desk().engine().write("A moon");
        until(() -> text("#answer-text").equals("A moon"));
        assertTrue(shows("#stop"));
        assertTrue(text("#facts").startsWith("writing"));
        opened.desk().engine().write(" orbits.");
        opened.desk().engine().finish(Finish.EOS);
        until(() -> text("#answer-text").equals("A moon orbits.") && !shows("#stop"));
        assertTrue(text("#facts").contains("first word 0.3 s"));
        until(() -> text("#title").equals("What is a moon?"));
        robot.clickOn("#why");
        assertTrue(text("#why-text").startsWith("Answered on this device"));
    }

    @Test
    void shiftEnterBeginsANewLine() {
        robot.clickOn("#question").write("one");
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        robot.write("two");
        assertEquals("one\ntwo", text("#question"));
        assertEquals(List.of(), stored());
    }

    @Test
    void sendIsOffWhileNothingIsTyped() {
        assertTrue(robot.lookup("#send").query().isDisabled());
        robot.clickOn("#question").write("x");
        assertFalse(robot.lookup("#send").query().isDisabled());
    }

    @Test
    void escapeStopsTheAnswerAndContinueGoesOn() {
        ask("Count");
        opened.desk().engine().write("1, 2");
        until(() -> text("#answer-text").equals("1, 2"));
        robot.type(KeyCode.ESCAPE);
        until(() -> text("#facts").startsWith("Stopped"));
        robot.clickOn("#continue");
        opened.desk().engine().write(", 3");
        opened.desk().engine().finish(Finish.EOS);
        until(() -> text("#answer-text").equals("1, 2, 3") && !shows("#stop"));
        assertFalse(shows("#continue"));
    }

    @Test
    void aQuestionAskedWhileTheModelLoadsIsQueuedAndShownSo() {
        feed(new EngineState.Loading("starter"));
        until(() -> text("#model").contains("loading"));
        ask("Hello");
        assertEquals("Queued: sent as soon as it can be", text("#question-state"));
        feed(new EngineState.Ready("starter"));
        opened.desk().engine().finish(Finish.EOS);
        until(() -> stored().size() == 1 && !shows("#question-state"));
    }

    @Test
    void aQueuedQuestionIsTakenBack() {
        feed(new EngineState.Loading("starter"));
        until(() -> text("#model").contains("loading"));
        ask("Hello");
        robot.clickOn("#cancel-question");
        assertEquals("Hello", text("#question"));
        assertTrue(shows("#start"));
    }

    @Test
    void aConversationIsRenamedByF2() {
        askAndGet("Hello", "Hi");
        robot.clickOn("#history .line").type(KeyCode.F2);
        robot.write("About greetings").type(KeyCode.ENTER);
        until(() -> text("#title").equals("About greetings"));
        assertEquals("About greetings", stored().getFirst().title());
    }

    @Test
    void aDoubleClickRenamesAndASingleOneDoesNot() {
        askAndGet("Hello", "Hi");
        robot.clickOn("#history .line");
        assertFalse(shows("#rename"));
        robot.doubleClickOn("#history .line").write("x").type(KeyCode.ESCAPE);
        until(() -> !shows("#rename"));
        assertEquals("Hello", stored().getFirst().title());
    }

    @Test
    void aDeletedConversationComesBackByUndo() {
        askAndGet("Hello", "Hi");
        robot.clickOn("#history .line");
        robot.type(KeyCode.DELETE);
        until(() -> shows("#undo-bar") && stored().isEmpty());
        assertTrue(shows("#start"));
        robot.clickOn("#undo");
        until(() -> shows("#history .line") && !shows("#undo-bar"));
        assertEquals(1, stored().size());
        robot.clickOn("#history .line");
        until(() -> text("#answer-text").equals("Hi"));
    }

    private void search() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.F);
        robot.release(KeyCode.CONTROL, KeyCode.SHIFT);
    }

    @Test
    void ctrlShiftFFindsAMessageAndEnterOpensItsConversationThere() {
        Journal journal = opened.desk().profile().journal();
        ConversationId many = journal.begin(Optional.empty(), "question 0").conversation();
        for (int i = 1; i < 50; i++) {
            journal.begin(Optional.of(many), "question " + i);
        }
        askAndGet("Hello", "Hi");
        search();
        robot.write("\"question 3\"");
        until(() -> shows("#search-hits .hit") && !shows("#history"));
        robot.type(KeyCode.DOWN);
        until(() -> robot.lookup("#search-hits").query().isFocused());
        robot.type(KeyCode.ENTER);
        until(() -> text("#title").equals("question 0") && found().size() == 1);
        until(() -> inSight(found().getFirst()));
        assertEquals("question 3", found().getFirst().lookup(".selectable").getAccessibleText());
        robot.type(KeyCode.ESCAPE);
        until(() -> shows("#history .line") && !shows("#search-hits"));
        robot.write("typed at once");
        assertEquals("typed at once", text("#question"));
    }

    private List<Node> found() {
        return List.copyOf(
                robot.lookup(node ->
                                node.getPseudoClassStates()
                                        .contains(PseudoClass.getPseudoClass("found")))
                        .queryAll());
    }

    private boolean inSight(Node row) {
        Node page = robot.lookup("#transcript").query();
        return page.localToScene(page.getBoundsInLocal())
                .contains(row.localToScene(row.getBoundsInLocal()));
    }

    /// A fourth line was shown by half.
    @Test
    void aHitShowsThreeWholeLinesAtMost() {
        Journal journal = opened.desk().profile().journal();
        journal.begin(Optional.empty(), "lighthouse " + "and the sea ".repeat(20));
        journal.begin(Optional.empty(), "lighthouse");
        search();
        robot.write("lighthouse");
        until(() -> linesShown().containsAll(Set.of(1, 3)));
        assertFalse(linesShown().contains(CUT));
    }

    /// How many lines the excerpts show.
    private Set<Integer> linesShown() {
        Set<Integer> shown = new HashSet<>();
        for (TextFlow excerpt : robot.lookup("#search-hits .excerpt").queryAllAs(TextFlow.class)) {
            List<TextLineInfo> all = excerpt.getLayoutInfo().getTextLines(false);
            long whole =
                    all.stream()
                            .filter(line -> line.bounds().getMaxY() <= excerpt.getHeight() + 1)
                            .count();
            boolean cut =
                    all.stream()
                            .skip(whole)
                            .anyMatch(line -> line.bounds().getMinY() + 1 < excerpt.getHeight());
            shown.add(cut ? CUT : (int) whole);
        }
        return shown;
    }

    @Test
    void whatIsNowhereIsSaidNotToBeFound() {
        askAndGet("Hello", "Hi");
        search();
        robot.write("absent");
        until(() -> text("#search-standing").equals("Nothing was found."));
        robot.type(KeyCode.ESCAPE);
        until(() -> shows("#history .line"));
    }

    @Test
    void ctrlNBeginsANewConversation() {
        askAndGet("Hello", "Hi");
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        until(() -> shows("#start") && text("#title").equals("New conversation"));
        robot.write("typed at once");
        assertEquals("typed at once", text("#question"));
    }

    @Test
    void ctrlQClosesTheWindowAndKeepsTheDraft() throws TimeoutException {
        robot.clickOn("#question").write("Not sent yet");
        robot.press(KeyCode.CONTROL).type(KeyCode.Q).release(KeyCode.CONTROL);
        until(() -> !stage.isShowing());
        reopen();
        until(() -> text("#question").equals("Not sent yet"));
    }

    @Test
    void aDraftSurvivesARestart() throws TimeoutException {
        robot.clickOn("#question").write("Not sent yet");
        reopen();
        until(() -> text("#question").equals("Not sent yet"));
        robot.write(" and more");
        until(() -> text("#question").equals("Not sent yet and more"));
    }

    @Test
    void tabLeavesTheComposer() {
        robot.clickOn("#question").write("Hello").type(KeyCode.TAB);
        until(() -> robot.lookup("#attach").query().isFocused());
        robot.type(KeyCode.TAB, KeyCode.TAB);
        until(() -> robot.lookup("#send").query().isFocused());
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB);
        robot.release(KeyCode.SHIFT);
        until(() -> robot.lookup("#question").query().isFocused());
        assertEquals("Hello", text("#question"));
    }

    @Test
    void aConversationIsPinnedByItsMenu() {
        askAndGet("Hello", "Hi");
        robot.rightClickOn("#history .line").clickOn("#menu-pin");
        until(() -> text(".group").equals("Pinned"));
        robot.rightClickOn("#history .line").clickOn("#menu-pin");
        until(() -> text(".group").equals("Today"));
    }

    @Test
    void theModelMenuOffersTheStarter() {
        until(() -> text("#model").equals("starter · ready"));
        robot.clickOn("#model");
        until(() -> robot.lookup("Small starter, comes with Nearside").tryQuery().isPresent());
        robot.clickOn(
                robot.lookup(".context-menu").lookup("smollm2-135m-instruct-int4").<Node>query());
        until(() -> opened.used().size() == 1);
        assertEquals("smollm2-135m-instruct-int4", opened.used().getFirst().id());
    }

    @Test
    void aPolicyAndSettingsThatCannotBeUsedAreToldOneAfterTheOther() throws Exception {
        close();
        Files.writeString(profile.resolve("settings.json"), "{");
        PolicyState restricted =
                new PolicyState.Restricted(
                        List.of(
                                new PolicyFault.UnknownKey(Path.of("/etc/a.json"), "colour"),
                                new PolicyFault.Unreadable(Path.of("/etc/b.json"))));
        stage = FxToolkit.registerStage(Stage::new);
        opened = onFx(() -> Opened.on(stage, profile, restricted));

        until(() -> text("#trouble").startsWith("The policy of this device cannot be used"));
        robot.clickOn("#close-trouble");
        until(() -> text("#trouble").startsWith("Your settings could not be used"));
        assertTrue(Files.exists(profile.resolve("settings.json.damaged")));
        robot.clickOn("#close-trouble");
        until(() -> !shows("#trouble-bar"));
    }

    @Test
    void theDeviceIsShown() {
        until(() -> text("#device-facts").contains("2 cores"));
    }

    @Test
    void aNarrowWindowHidesTheSidebarUntilItIsWanted() {
        onFx(() -> {
            stage.setWidth(600);
            return true;
        });
        until(() -> !shows("#sidebar"));
        robot.clickOn("#toggle-sidebar");
        until(() -> shows("#sidebar"));
    }

    @Test
    void thePlaceIsKept() throws TimeoutException {
        onFx(() -> {
            stage.setX(40);
            stage.setY(30);
            stage.setWidth(900);
            stage.setHeight(640);
            return true;
        });
        reopen();
        Settings.Place place = opened.settings().read().windows().last().orElseThrow();
        assertEquals(new Settings.Place(40, 30, 900, 640, Settings.Place.Maximized.NO), place);
        until(() -> stage.getWidth() == 900 && stage.getX() == 40);
    }

    @Test
    void everyControlHasAnIdAndAName() {
        askAndGet("Hello", "Hi");
        List<String> nameless =
                robot.lookup(node -> node.isFocusTraversable() && seen(node)).queryAll().stream()
                        .filter(node ->
                                node.getAccessibleText() == null && !(node instanceof Label))
                        .map(Node::toString)
                        .toList();
        assertEquals(List.of(), nameless);
        List<String> anonymous =
                robot.lookup(".button, .menu-button, .text-area, .list-view").queryAll().stream()
                        .filter(node -> seen(node) && node.getId() == null)
                        .map(Node::toString)
                        .toList();
        assertEquals(List.of(), anonymous);
    }
}
