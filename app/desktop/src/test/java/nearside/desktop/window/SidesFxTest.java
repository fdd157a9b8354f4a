package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import nearside.engine.Finish;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What is read from the right stands on the right, in a window that is not; and the other way
/// round.
final class SidesFxTest extends WindowFx {
    private static final String ANSWER =
            """
            שלום, זה הירח.

            The moon turns.

            - פריט ראשון
            - פריט שני

            ```java
            int הירח = 1;
            ```
            """;

    private void answer() {
        ask("?");
        opened.desk().engine().write(ANSWER);
        opened.desk().engine().finish(Finish.EOS);
        until(() -> shows(".md-code-line") && !shows("#stop"));
    }

    private Node piece(String begins) {
        return robot.lookup(".md-line .content").queryAllAs(Text.class).stream()
                .filter(text -> text.getText().startsWith(begins))
                .findFirst()
                .orElseThrow();
    }

    /// How far it stands from the left edge of the answer, and from the right one.
    private List<Double> gaps(Node node) {
        Bounds page = scene(robot.lookup("#answer-text").query());
        Bounds there = scene(node);
        return List.of(there.getMinX() - page.getMinX(), page.getMaxX() - there.getMaxX());
    }

    private static Bounds scene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private boolean isRight(String begins) {
        List<Double> gaps = onFx(() -> gaps(piece(begins)));
        return gaps.getLast() < 40 && gaps.getFirst() > 100;
    }

    private boolean isLeft(String begins) {
        List<Double> gaps = onFx(() -> gaps(piece(begins)));
        return gaps.getFirst() < 40 && gaps.getLast() > 100;
    }

    @Test
    void eachParagraphBeginsOnItsSideAndCodeOnTheLeft() {
        answer();
        until(() -> isRight("שלום"));
        assertTrue(isLeft("The moon"));
        assertTrue(isRight("פריט"));
        assertTrue(isLeft("int"));
    }

    @Test
    void inAWindowFromTheRightItIsTheSame() {
        onFx(() -> {
            stage.getScene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
            return true;
        });
        Node sidebar = robot.lookup("#sidebar").query();
        until(() -> scene(sidebar).getMaxX() > stage.getScene().getWidth() - 1);
        answer();
        until(() -> isRight("שלום"));
        assertTrue(isLeft("The moon"));
        assertTrue(isRight("פריט"));
        assertTrue(isLeft("int"));
    }

    /// JavaFX throws in each frame where it ends a line inside a node of such a text.
    @Test
    void aLongAnswerFromTheRightIsWrapped() {
        String many = "הירח סובב סביב כדור הארץ פעם בחודש ".repeat(20).strip();
        ask("?");
        opened.desk().engine().write("# כותרת " + many + "\n\n- " + many + "\n\n> " + many);
        opened.desk().engine().finish(Finish.EOS);
        until(() -> shows(".md-quote") && !shows("#stop"));
        until(() -> robot.lookup(".md-quote").queryAs(Region.class).getHeight() > 60);
    }

    /// The same of one's own words, of their title and of what a search finds.
    @Test
    void aLongQuestionFromTheRightIsWrappedNamedAndFound() {
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = onFx(() -> heard(thrown::add));
        String many = "הירח סובב סביב כדור הארץ פעם בחודש ".repeat(20).strip();
        for (String text :
                List.of(many, "القمر يدور حول الأرض ".repeat(30).strip(), "م".repeat(300))) {
            robot.clickOn("#question");
            onFx(() -> {
                robot.lookup("#question").queryTextInputControl().setText(text);
                return true;
            });
            robot.type(KeyCode.ENTER);
            until(() -> shows("#stop"));
            opened.desk().engine().write("Hi");
            opened.desk().engine().finish(Finish.EOS);
            until(() -> !shows("#stop"));
        }
        until(() -> robot.lookup(".question .selectable").queryAs(Region.class).getHeight() > 60);
        assertEquals(List.of(), thrown.stream().map(SidesFxTest::first).distinct().toList());
        for (String words : List.of("הירח", "القمر")) {
            robot.clickOn("#search");
            robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
            robot.write(words);
            until(() -> marked().equals(words));
        }
        assertEquals(List.of(), thrown.stream().map(SidesFxTest::first).distinct().toList());
        for (double width = 700; width < 1_200; width += 37) {
            double wide = width;
            onFx(() -> {
                stage.setWidth(wide);
                return true;
            });
        }
        onFx(() -> {
            Thread.currentThread().setUncaughtExceptionHandler(before);
            return true;
        });
        assertEquals(List.of(), thrown.stream().map(SidesFxTest::first).distinct().toList());
    }

    /// The handler before.
    private static Thread.UncaughtExceptionHandler heard(Consumer<Throwable> handler) {
        Thread.UncaughtExceptionHandler before =
                Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((_, bug) -> handler.accept(bug));
        return before;
    }

    private String marked() {
        return robot.lookup("#search-hits .hit-mark").queryAllAs(Text.class).stream()
                .findFirst()
                .map(Text::getText)
                .orElse("");
    }

    private static String first(Throwable bug) {
        return bug
                + " at "
                + List.of(bug.getStackTrace()).subList(0, Math.min(12, bug.getStackTrace().length));
    }

    @Test
    void whatIsTypedAndItsTitleBeginOnTheirSide() {
        Node field = robot.lookup("#question").query();
        robot.clickOn("#question").write("שלום");
        until(() -> field.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT);
        robot.type(KeyCode.ENTER);
        until(() -> field.getEffectiveNodeOrientation() == NodeOrientation.LEFT_TO_RIGHT);
        opened.desk().engine().write("Hi");
        opened.desk().engine().finish(Finish.EOS);
        until(() -> text("#title").equals("שלום"));
        for (String title : List.of("#title", "#history .title")) {
            until(() ->
                    robot.lookup(title).query().getEffectiveNodeOrientation()
                            == NodeOrientation.RIGHT_TO_LEFT);
        }
        assertEquals(
                NodeOrientation.RIGHT_TO_LEFT,
                onFx(() -> robot.lookup(".selectable").query().getEffectiveNodeOrientation()));
    }
}
