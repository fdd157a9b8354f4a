package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import nearside.engine.local.EngineState;
import nearside.storage.Settings.Welcome;
import nearside.storage.policy.Policy;
import nearside.storage.policy.PolicyState;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/// What a new person sees, by real clicks and keys.
final class WelcomeFxTest extends WindowFx {
    /// Before that the card still grows, and a click may miss.
    @BeforeEach
    void theCardIsFilled() {
        until(() -> robot.lookup(".chance").queryAll().size() == 2);
    }

    private String focused() {
        return onFx(() -> String.valueOf(stage.getScene().getFocusOwner().getId()));
    }

    private void focus(String id) {
        onFx(() -> {
            robot.lookup(id).query().requestFocus();
            return true;
        });
    }

    private Bounds bounds(String id) {
        return onFx(() -> {
            Node node = robot.lookup(id).query();
            return node.localToScene(node.getLayoutBounds());
        });
    }

    private void sized(double width, double height) {
        onFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return true;
        });
        until(() -> stage.getScene().getWidth() == width);
    }

    @Test
    void oneClickPutsItAwayForGood() throws TimeoutException {
        assertTrue(shows("#welcome"));
        robot.clickOn("#welcome-skip");
        until(() -> !shows("#welcome") && shows("#starter-1"));
        assertEquals("question", focused());
        until(() -> opened.settings().read().welcome() == Welcome.PUT_AWAY);
        reopen();
        assertFalse(shows("#welcome"));
        assertTrue(shows("#starter-1"));
    }

    @Test
    void escapeInItPutsItAwayAndElsewhereDoesNot() {
        robot.clickOn("#question").type(KeyCode.ESCAPE);
        assertTrue(shows("#welcome"));
        focus("#stay-here");
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#welcome"));
    }

    @Test
    void aQuestionIsAskedAtOnceAndTheWelcomeWaits() {
        assertEquals("question", focused());
        askAndGet("Hello", "Hi");
        assertFalse(shows("#welcome"));
        robot.clickOn("#new-conversation");
        until(() -> shows("#welcome"));
        assertEquals(Welcome.SHOWN, opened.settings().read().welcome());
    }

    @Test
    void theFirstQuestionsStayInSight() {
        double composer = bounds("#question").getMinY();
        assertTrue(
                bounds("#starter-4").getMaxY() < composer,
                bounds("#starter-4") + " above " + composer);
        assertTrue(bounds("#welcome").getMinY() >= bounds("#start").getMinY());
    }

    @Test
    void inTheSmallestWindowTheKeyboardReachesAll() {
        sized(Placing.LEAST_WIDTH, Placing.LEAST_HEIGHT);
        Bounds seen = bounds("#start");
        focus("#welcome-skip");
        for (String id : List.of("welcome-get", "welcome-past", "starter-4")) {
            for (int i = 0; i < 9 && !focused().equals(id); i++) {
                robot.type(KeyCode.TAB);
            }
            until(() -> reached("#" + id, seen));
        }
    }

    private boolean reached(String id, Bounds seen) {
        Node node = robot.lookup(id).query();
        Bounds at = node.localToScene(node.getLayoutBounds());
        return at.getMinY() >= seen.getMinY() - 1
                && at.getMaxY() <= seen.getMaxY() + 1
                && at.getMaxX() <= seen.getMaxX();
    }

    @Test
    void everyControlIsReachedByTabInOrderAndHasAName() {
        until(() -> shows("#welcome-measure"));
        focus("#welcome-skip");
        Set<String> visited = new LinkedHashSet<>();
        for (int i = 0; i < 9; i++) {
            visited.add(focused());
            robot.type(KeyCode.TAB);
        }
        List<String> order = new ArrayList<>(visited);
        order.retainAll(
                List.of(
                        "welcome-skip",
                        "welcome-measure",
                        "welcome-get",
                        "welcome-past",
                        "starter-1"));
        assertEquals(
                List.of(
                        "welcome-skip",
                        "welcome-measure",
                        "welcome-get",
                        "welcome-past",
                        "starter-1"),
                order);
        assertTrue(visited.contains("stay-here"), visited.toString());
        for (ButtonBase each : robot.lookup("#welcome .button").queryAllAs(ButtonBase.class)) {
            assertFalse(each.getAccessibleText().isBlank(), each.getId());
        }
        for (Node line : robot.lookup(".chance").queryAll()) {
            assertTrue(
                    line.getAccessibleText().contains("Phi-3 mini")
                            || line.getAccessibleText().contains("smollm2"));
        }
    }

    @Test
    void itComesAgainFromTheMenuAndByAFewLetters() {
        robot.clickOn("#welcome-skip");
        until(() -> !shows("#welcome"));
        robot.clickOn("#settings").clickOn("#open-welcome");
        until(() -> shows("#welcome"));
        robot.clickOn("#welcome-skip");
        until(() -> !shows("#welcome"));
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        until(() -> shows("#switcher-field"));
        robot.write("welcome again").type(KeyCode.ENTER);
        until(() -> shows("#welcome"));
        until(() -> opened.settings().read().welcome() == Welcome.SHOWN);
    }

    @Test
    void theLargerModelIsOnePageAndOneFolderAway() {
        assertEquals("Get Phi-3 mini (2.5 GB)…", text("#welcome-get"));
        assertEquals("19 min at 20 Mbit/s, 4 min at 100", text("#welcome-times"));
        robot.clickOn("#welcome-get");
        until(() -> text("#getting-room").startsWith("Room where models lie"));
        robot.clickOn("#getting-open");
        until(() ->
                opened.shown()
                        .equals(
                                List.of(
                                        "https://huggingface.co/microsoft/"
                                                + "Phi-3-mini-4k-instruct-onnx")));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#getting"));
    }

    @Test
    void offlineTheButtonSaysSoAndNoPageIsOpened() {
        robot.clickOn("#mode").clickOn("#mode-offline");
        until(() -> text("#welcome-get").equals("Get Phi-3 mini (2.5 GB, you are offline)…"));
        assertTrue(text("#stay-why").startsWith("You chose offline"));
        robot.clickOn("#welcome-get");
        until(() -> shows("#getting-offline"));
        assertTrue(robot.lookup("#getting-open").query().isDisabled());
        assertFalse(robot.lookup("#getting-folder").query().isDisabled());
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#getting"));
    }

    @Test
    void pastConversationsAreOneClickAway() {
        robot.clickOn("#welcome-past");
        until(() -> shows("#past-files"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#past"));
    }

    @Test
    void everythingStaysHereUntilAFarModelIsSetUp() {
        RadioButton here = robot.lookup("#stay-here").queryAs(RadioButton.class);
        RadioButton mayAsk = robot.lookup("#stay-may-ask").queryAs(RadioButton.class);
        assertTrue(here.isSelected());
        robot.clickOn(mayAsk);
        until(() -> shows("#borrow-none") && shows("#borrow-add"));
        assertTrue(here.isSelected() && !mayAsk.isSelected());
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#borrow"));
    }

    @Test
    void theChoiceIsMadeByTheKeyboardToo() {
        focus("#stay-here");
        robot.type(KeyCode.DOWN);
        until(() -> shows("#borrow-none"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("#borrow"));
        assertTrue(robot.lookup("#stay-here").queryAs(RadioButton.class).isSelected());
    }

    @Test
    void whatAPolicyLocksIsDisabledAndItsFileNamed() throws TimeoutException {
        close();
        stage = FxToolkit.registerStage(Stage::new);
        Path file = Path.of("managed", "office.json");
        opened =
                onFx(() ->
                        Opened.on(
                                stage,
                                profile,
                                new PolicyState.Valid(Policy.STRICTEST, List.of(file))));
        until(() -> text("#stay-why").endsWith("keeps Nearside offline. " + file));
        assertTrue(robot.lookup("#stay-may-ask").query().isDisabled());
        assertTrue(robot.lookup("#stay-here").queryAs(RadioButton.class).isSelected());
    }

    @Test
    void theSpeedIsMeasuredOnlyWhileAModelIsReady() {
        until(() -> shows("#welcome-measure"));
        assertFalse(robot.lookup("#welcome-measure").query().isDisabled());
        feed(new EngineState.Loading("starter"));
        until(() -> robot.lookup("#welcome-measure").query().isDisabled());
    }
}
