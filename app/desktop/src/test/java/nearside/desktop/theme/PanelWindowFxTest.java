package nearside.desktop.theme;

import static nearside.desktop.pace.Fx.until;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;

import nearside.desktop.pace.Fx;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeoutException;

@ExtendWith(ApplicationExtension.class)
final class PanelWindowFxTest {
    private static final double WIDTH = 300;

    private final SimpleObjectProperty<Dress> dress =
            new SimpleObjectProperty<>(Dress.of(Shade.LIGHT));
    private Label more;
    private Label last;
    private VBox view;
    private Stage owner;

    @BeforeEach
    void open() throws TimeoutException {
        owner = FxToolkit.registerStage(Stage::new);
        last = Panel.text("trouble-text", "last");
        more = Panel.text("trouble-text", "more");
        view = new VBox(more, last);
        Fx.run(() -> {
            owner.setScene(new Scene(new StackPane(), 600, 500));
            owner.show();
            last.setText("The last line");
            Panel.show(more, false);
            new PanelWindow(owner, dress, _ -> {}).show("Panel", view, WIDTH, () -> {});
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            ((Stage) view.getScene().getWindow()).close();
            owner.close();
        });
    }

    private boolean fits() {
        return Math.abs(view.getScene().getHeight() - view.prefHeight(WIDTH)) < 1;
    }

    @Test
    void itGrowsWithItsLettersAndNoFurtherThanTheScreen() {
        until(this::fits);
        double high = view.getScene().getHeight();
        wear(new TextSize(200));
        until(() -> view.getScene().getWidth() == 2 * WIDTH && view.getScene().getHeight() > high);
        Fx.run(() -> {
            more.setText("Many words that need many lines. ".repeat(400));
            Panel.show(more, true);
        });
        double screen = Screen.getPrimary().getVisualBounds().getHeight();
        until(() -> view.getScene().getHeight() > screen / 2);
        assertTrue(view.getScene().getHeight() < screen);
        assertTrue(view.getHeight() > screen, "the rest is scrolled to");
    }

    private void wear(TextSize size) {
        Fx.run(() ->
                dress.set(
                        new Dress(Shade.LIGHT, size, Motion.USUAL, NodeOrientation.LEFT_TO_RIGHT)));
    }

    /// The keys stood with their first lines above the edge, since the whole table has the focus.
    @Test
    void itOpensAtTheTopWhereWhatHasTheFocusIsHigherThanTheScreen() {
        VBox keys = new VBox(Panel.text("trouble-title", "first"));
        keys.setMinHeight(3_000);
        keys.setFocusTraversable(true);
        Fx.run(() ->
                new PanelWindow(owner, dress, _ -> {})
                        .show("Keys", new VBox(new Label("Title"), keys), WIDTH, () -> {}));
        until(keys::isFocused);
        WaitForAsyncUtils.waitForFxEvents();
        ScrollPane page = (ScrollPane) keys.getScene().getRoot();
        until(() -> page.getHeight() > 300);
        assertEquals(0, page.getVvalue());
        Fx.run(() -> ((Stage) keys.getScene().getWindow()).close());
    }

    /// What came into the panel after it was opened stood below the edge of its window.
    @Test
    void itGrowsWithWhatComesIntoIt() {
        until(this::fits);
        double before = view.getScene().getHeight();
        Fx.run(() -> {
            more.setText("Many words that need many lines. ".repeat(20));
            Panel.show(more, true);
        });
        until(() -> view.getScene().getHeight() > before + 100 && fits());
        assertTrue(last.getBoundsInParent().getMaxY() <= view.getScene().getHeight());
        Fx.run(() -> Panel.show(more, false));
        until(() -> view.getScene().getHeight() == before);
        assertEquals(before, view.prefHeight(WIDTH), 1);
    }
}
