package nearside.desktop.markdown;

import static nearside.desktop.pace.Fx.onFx;
import static nearside.desktop.pace.Fx.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import nearside.desktop.pace.FxHand;
import nearside.desktop.theme.Dress;
import nearside.desktop.theme.Look;
import nearside.desktop.theme.Shade;
import nearside.desktop.words.Words;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/// A message as it is read, selected and copied.
@ExtendWith(ApplicationExtension.class)
final class MarkdownViewFxTest {
    private static final String TEXT =
            """
            # Tides

            The **moon** pulls.

            ```python
            print("sea")
            ```

            | a | b |
            |---|---|
            | 1 | 2 |

            - one
            - two
            """;

    private final FxHand robot = new FxHand();
    private final SimpleStringProperty text = new SimpleStringProperty(TEXT);
    private Stage stage;
    private final List<String> opened = new ArrayList<>();
    private MarkdownView view;

    @BeforeEach
    void open() throws TimeoutException {
        stage = FxToolkit.registerStage(Stage::new);
        view =
                onFx(() -> {
                    MarkdownView made =
                            new MarkdownView(text, Words.of(Locale.ENGLISH), opened::add);
                    Scene scene = new Scene(made, 500, 500);
                    Look.dress(scene, Dress.of(Shade.LIGHT));
                    stage.setScene(scene);
                    stage.show();
                    return made;
                });
    }

    @AfterEach
    void close() {
        onFx(() -> {
            stage.close();
            return true;
        });
    }

    private void becomes(String now) {
        onFx(() -> {
            text.set(now);
            return true;
        });
    }

    private List<Node> nodes() {
        return onFx(() -> List.copyOf(view.getChildren()));
    }

    @Test
    void allOfItIsSelectedAndCopiedAsText() {
        robot.clickOn(view);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).type(KeyCode.C).release(KeyCode.SHORTCUT);
        WaitForAsyncUtils.waitForFxEvents();
        String expected = "Tides\n\nThe moon pulls.\n\nprint(\"sea\")\n\na\tb\n1\t2\none\n\ntwo";
        assertEquals(expected, view.selectedText());
        assertEquals(expected, onFx(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void theMouseSelectsOverBlocks() {
        Bounds head = bounds(nodes().getFirst());
        Bounds prose = bounds(nodes().get(1));
        robot.moveTo(head.getMinX() + 1, head.getCenterY()).press(MouseButton.PRIMARY);
        robot.moveTo(prose.getMaxX() - 2, prose.getCenterY()).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Tides\n\nThe moon pulls.", view.selectedText());
    }

    @Test
    void twoClicksSelectAWord() {
        Bounds prose = bounds(nodes().get(1));
        robot.moveTo(prose.getMinX() + 8, prose.getCenterY()).doubleClickOn();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("The", view.selectedText());
    }

    private static Bounds bounds(Node node) {
        return onFx(() -> node.localToScreen(node.getLayoutBounds()));
    }

    @Test
    void whileItGrowsWhatStandsIsNotMadeAnew() {
        List<Node> before = nodes();
        assertEquals(5, before.size());
        becomes(TEXT + "- three");
        List<Node> after = nodes();
        assertSame(before.getFirst(), after.getFirst());
        assertSame(before.get(3), after.get(3));
        assertNotSame(before.get(4), after.get(4));
        becomes("# Tides");
        assertEquals(List.of(before.getFirst()), nodes());
        assertEquals("# Tides", view.getAccessibleText());
    }

    @Test
    void codeIsCopiedAsItIs() {
        robot.clickOn("#code-copy");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("print(\"sea\")", onFx(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void whileCodeGrowsItsFirstLinesAreNotMadeAnew() {
        becomes("```java\n" + "int x = 1;\n".repeat(40));
        Node block = nodes().getFirst();
        List<Node> before = lines(block);
        becomes("```java\n" + "int x = 1;\n".repeat(41) + "```\n\nDone.");
        assertSame(block, nodes().getFirst());
        List<Node> now = lines(block);
        assertEquals(before.subList(0, 2), now.subList(0, 2));
        assertEquals(3, now.size());
        onFx(() -> {
            view.selectAll();
            return true;
        });
        assertEquals("int x = 1;\n".repeat(41) + "\nDone.", view.selectedText());
    }

    private static List<Node> lines(Node block) {
        return onFx(() -> List.copyOf(block.lookupAll(".md-code-line")));
    }

    @Test
    void aFormulaIsDrawnTakesItsRoomAndIsCopiedAsItWasWritten() {
        becomes("So $\\frac{\\frac{a}{b}}{\\frac{c}{d}}$ it is.\n\nEnd.");
        until(() -> view.lookup(".md-formula > ImageView").isVisible());
        Node line = nodes().getFirst();
        Node last = nodes().getLast();
        until(() -> height(line) > 1.5 * height(last));
        assertTrue(
                nodes().getLast().getBoundsInParent().getMinY()
                        >= line.getBoundsInParent().getMaxY(),
                "nothing stands over it");
        onFx(() -> {
            view.selectAll();
            return true;
        });
        assertEquals("So $\\frac{\\frac{a}{b}}{\\frac{c}{d}}$ it is.\n\nEnd.", view.selectedText());
    }

    private static double height(Node node) {
        return node.getLayoutBounds().getHeight();
    }

    @Test
    void aLinkIsOpenedByClickAndByKeyAndNotByADrag() {
        becomes("See [here](https://example.org/a) and [mail](mailto:a@example.org).");
        List<Node> links = onFx(() -> List.copyOf(view.lookupAll(".md-link")));
        robot.clickOn(links.getFirst());
        assertEquals(List.of("https://example.org/a"), opened);
        onFx(() -> {
            links.getLast().requestFocus();
            return true;
        });
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of("https://example.org/a", "mailto:a@example.org"), opened);
        robot.moveTo(links.getFirst()).press(MouseButton.PRIMARY).moveBy(60, 0);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(2, opened.size());
    }

    @Test
    void whatIsSelectedIsCopiedAsTheMarkdownOfItsBlocks() {
        becomes("# One\n\nsome **strong** words\n\n- a\n- b\n\n```\nx\n```\n");
        Node prose = nodes().get(1);
        robot.moveTo(prose).clickOn();
        robot.moveTo(nodes().get(2)).press(MouseButton.PRIMARY).moveTo(prose);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("some **strong** words\n\n- a\n- b", view.selectedMarkdown());
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT).type(KeyCode.C);
        robot.release(KeyCode.SHIFT, KeyCode.SHORTCUT);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                "some **strong** words\n\n- a\n- b",
                onFx(() -> Clipboard.getSystemClipboard().getString()));
        robot.rightClickOn(prose).clickOn("#select-all");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                "# One\n\nsome **strong** words\n\n- a\n- b\n\n```\nx\n```",
                view.selectedMarkdown());
    }

    @Test
    void anEmptyMessageCanBeClicked() {
        becomes("");
        robot.clickOn(view);
        assertEquals("", view.selectedText());
        assertTrue(nodes().isEmpty());
    }
}
