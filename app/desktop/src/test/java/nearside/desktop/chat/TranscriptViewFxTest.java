package nearside.desktop.chat;

import static nearside.desktop.pace.Fx.onFx;
import static nearside.desktop.pace.Fx.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.stage.Stage;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.FxHand;
import nearside.desktop.pace.FxThread;
import nearside.desktop.theme.Dress;
import nearside.desktop.theme.Look;
import nearside.desktop.theme.Shade;
import nearside.desktop.undo.Undo;
import nearside.desktop.words.Words;
import nearside.storage.MessageId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

@ExtendWith(ApplicationExtension.class)
final class TranscriptViewFxTest {
    @TempDir java.nio.file.Path profile;
    private final FxHand robot = new FxHand();
    private final Transcript transcript = new Transcript(Optional.empty());
    private Desk desk;
    private Stage stage;
    private TranscriptView view;
    private ChatViewModel chat;

    @BeforeEach
    void open() throws TimeoutException {
        desk = Desk.in(profile);
        stage = FxToolkit.registerStage(Stage::new);
        chat = onFx(() -> chat(Words.of(Locale.ENGLISH)));
        view = onFx(this::shown);
    }

    @AfterEach
    void close() {
        onFx(() -> {
            stage.close();
            return true;
        });
        desk.close();
    }

    private void show(int questions) {
        onFx(() ->
                transcript
                        .rows()
                        .addAll(
                                IntStream.range(0, questions)
                                        .mapToObj(i -> question("Question " + i))
                                        .toList()));
    }

    private ChatViewModel chat(Words words) {
        return new ChatViewModel(
                desk.orchestrator(),
                ChatViewModel.Stores.of(desk.profile()),
                new Undo(new FxThread()),
                new Background(Runnable::run, new FxThread(), _ -> {}),
                words);
    }

    private TranscriptView shown() {
        return shown((_, _) -> {});
    }

    private TranscriptView shown(ChatViewModel.Settling settling) {
        Words words = Words.of(Locale.ENGLISH);
        chat.onSettled(settling);
        TranscriptView shown = new TranscriptView(chat, transcript, words, () -> {});
        Scene scene = new Scene(shown, 700, 400);
        Look.dress(scene, Dress.of(Shade.LIGHT));
        stage.setScene(scene);
        stage.show();
        return shown;
    }

    private static Question question(String text) {
        return new Question(text, List.of(), Question.Standing.SAVED);
    }

    private Column column() {
        return (Column) view.getContent();
    }

    private Node last() {
        return column().getChildren().getLast();
    }

    private int rowsShown() {
        return onFx(() ->
                (int)
                        column().getChildren().stream()
                                .filter(QuestionView.class::isInstance)
                                .count());
    }

    private Node node(String selector) {
        return onFx(() -> view.lookup(selector));
    }

    private double scrollBarOpacity() {
        return node("> .scroll-bar:vertical").getOpacity();
    }

    @Test
    void aScrollBarIsSeenOnlyWhereThereIsSomethingToScroll() {
        show(1);
        assertEquals(0, scrollBarOpacity());
        show(30);
        assertTrue(scrollBarOpacity() > 0);
        robot.interact(() -> transcript.rows().remove(1, 31));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, scrollBarOpacity());
    }

    @Test
    void aLongConversationShowsItsEndAndEarlierMessagesOnDemand() {
        show(100);
        untilRowsAre(TranscriptView.PAGE);
        assertEquals(1, view.getVvalue());
        robot.interact(() -> view.setVvalue(0));
        robot.clickOn("#earlier");
        untilRowsAre(2 * TranscriptView.PAGE);
    }

    @Test
    void aMessageFarAboveIsShownWithWhatStandsAroundIt() {
        MessageId far = new MessageId("far");
        show(500);
        onFx(() ->
                transcript
                        .rows()
                        .set(20, new Question(far, "Far", List.of(), Question.Standing.SAVED)));
        onFx(() -> {
            transcript.seek(far);
            return true;
        });
        assertTrue(rowsShown() < TranscriptView.PAGE, "found " + rowsShown());
        assertEquals(1, robot.lookup(".question:found").queryAll().size());
        robot.interact(() -> view.setVvalue(1));
        robot.clickOn("#later");
        untilRowsAre(10 + TranscriptView.PAGE);
        onFx(() -> transcript.rows().add(question("A new one")));
        until(() -> view.getVvalue() == 1);
        assertTrue(robot.lookup("#later").tryQuery().isEmpty());
    }

    private void untilRowsAre(int count) {
        until(() -> rowsShown() == count);
        assertEquals(count, rowsShown(), "no more than a page");
    }

    /// What is read after the end is there, and where a person looks is left alone.
    @Test
    void whatWasSaidBeforeIsPutAboveUnseen() {
        show(20);
        untilRowsAre(20);
        List<Row> before = List.of(question("Long ago"), question("Before"));
        onFx(() -> transcript.rows().addAll(0, before));
        assertEquals(20, rowsShown());
        assertEquals(1, view.getVvalue());
        robot.interact(() -> view.setVvalue(0));
        robot.clickOn("#earlier");
        untilRowsAre(22);
        assertTrue(robot.lookup("#earlier").tryQuery().isEmpty(), "there is nothing above");
    }

    @Test
    void theEndStaysInSightWhileItGrows() {
        show(30);
        onFx(() -> transcript.rows().add(question("The last one")));
        assertEquals(1, view.getVvalue());
    }

    @Test
    void thePageStandsStillForWhoReadsFurtherUp() {
        show(30);
        Answer answer = new Answer();
        onFx(() -> transcript.rows().add(answer));
        onFx(() -> {
            view.setVvalue(0.3);
            return true;
        });
        double before = hiddenAbove();
        onFx(() -> {
            answer.append("word ".repeat(2_000));
            return true;
        });
        assertTrue(view.getVvalue() < 0.3);
        assertEquals(before, hiddenAbove(), 1.5);
    }

    private double hiddenAbove() {
        return view.getVvalue() * (column().getHeight() - view.getViewportBounds().getHeight());
    }

    @Test
    void growingWordsMoveOnlyTheirOwnRow() {
        show(30);
        Answer answer = new Answer();
        onFx(() -> transcript.rows().add(answer));
        double before = onFx(() -> last().getLayoutY());
        onFx(() -> {
            answer.append("word ".repeat(500));
            return true;
        });
        assertEquals(before, onFx(() -> last().getLayoutY()));
        assertTrue(onFx(() -> last().getLayoutBounds().getHeight()) > 100);
    }

    /// It may have been written anywhere.
    @Test
    void whatWasBroughtInDoesNotSayHere() {
        show(0);
        Answer written = new Answer();
        onFx(() -> transcript.rows().add(written));
        assertTrue(node("#here").isVisible());
        Progress.Over over = new Progress.Over(Ending.DONE, Optional.empty(), Optional.empty());
        onFx(() ->
                transcript
                        .rows()
                        .setAll(
                                new Answer(
                                        new MessageId("m"), List.of(), over, Answer.Reasons.NONE)));
        assertFalse(node("#here").isVisible());
    }

    @Test
    void whatWasLeftOutIsSaidAboveTheAnswer() {
        show(0);
        Answer answer = new Answer();
        onFx(() -> transcript.rows().add(answer));
        onFx(() -> {
            answer.append("Yes");
            return true;
        });
        Label notice = (Label) node("#notice");
        assertFalse(notice.isManaged());
        onFx(() -> {
            answer.noticed("8 of 13 messages left out.");
            return true;
        });
        Node text = node("#answer-text");
        assertEquals("8 of 13 messages left out.", notice.getText());
        assertTrue(notice.isVisible());
        assertTrue(
                notice.localToScene(notice.getBoundsInLocal()).getMaxY()
                        <= text.localToScene(text.getBoundsInLocal()).getMinY());
    }

    @Test
    void whatWasGivenUpCanBeTakenBackOnce() {
        show(0);
        List<String> said = new ArrayList<>();
        Answer answer = new Answer();
        view = onFx(() -> shown((rung, say) -> said.add(rung + " " + say)));
        onFx(() -> transcript.rows().add(answer));
        assertFalse(node("#rung-undo").getParent().isVisible());
        onFx(() -> {
            answer.gaveUp(Rung.SMALL_CACHE, "Kept as bytes.");
            return true;
        });
        assertEquals("Kept as bytes.", ((Label) node("#notice")).getText());
        robot.clickOn("#rung-undo");
        assertEquals(List.of("SMALL_CACHE UNDO"), said);
        assertFalse(node("#rung-undo").getParent().isVisible());
    }

    @ParameterizedTest
    @EnumSource(Rung.class)
    void onlyWhatIsNotTheUsualCanBeKept(Rung rung) {
        show(0);
        Answer answer = new Answer();
        onFx(() -> transcript.rows().add(answer));
        onFx(() -> {
            answer.gaveUp(rung, "It was given up.");
            return true;
        });
        assertTrue(node("#rung-undo").getParent().isVisible());
        assertEquals(rung.canBeKept(), node("#rung-keep").isVisible());
        onFx(() -> {
            answer.noticed("Another one goes on.");
            return true;
        });
        assertFalse(node("#rung-undo").getParent().isVisible());
    }

    /// In text and in code, also in what is written while they are looked for; not after it.
    @Test
    void wordsThatAreLookedForAreMarked() {
        show(0);
        Answer answer = new Answer();
        onFx(() -> transcript.rows().addAll(question("A Moon, a moon"), answer));
        onFx(() -> {
            answer.append("The **moon**.\n\n```java\nint moon = 1;\n```\n");
            return true;
        });
        assertEquals(0, marked());
        onFx(() -> {
            chat.find().begin();
            chat.find().typed().set("moon");
            return true;
        });
        until(() -> marked() == 4);
        onFx(() -> {
            answer.append("\nA full moon.");
            return true;
        });
        until(() -> marked() == 5);
        onFx(() -> transcript.rows().add(question("Which moon?")));
        until(() -> marked() == 6);
        onFx(() -> {
            chat.find().leave();
            return true;
        });
        until(() -> marked() == 0);
    }

    /// A shape begins where a word does.
    private int marked() {
        return onFx(() ->
                (int)
                        view.lookupAll(".hits").stream()
                                .flatMap(it -> ((Path) it).getElements().stream())
                                .filter(MoveTo.class::isInstance)
                                .count());
    }

    @Test
    void noRowOverlapsTheNext() {
        show(0);
        onFx(() -> transcript.rows().addAll(SampleRows.all(Words.of(Locale.ENGLISH))));
        List<Node> rows = onFx(() -> List.copyOf(column().getChildren()));
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(
                    rows.get(i - 1).getBoundsInParent().getMaxY()
                            <= rows.get(i).getBoundsInParent().getMinY() + 0.5,
                    "row " + i);
        }
    }

    @Test
    void aWordIsSelectedByADoubleClickAndCopied() {
        show(1);
        robot.doubleClickOn(".selectable");
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        String copied = onFx(() -> Clipboard.getSystemClipboard().getString());
        assertFalse(copied.isBlank());
        assertTrue("Question 0".contains(copied));
    }

    @Test
    void theWholeTextIsSelectedByCtrlA() {
        show(1);
        robot.clickOn(".selectable");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).type(KeyCode.C).release(KeyCode.CONTROL);
        assertEquals("Question 0", onFx(() -> Clipboard.getSystemClipboard().getString()));
    }
}
