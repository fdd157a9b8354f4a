package nearside.desktop.quick;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;

import nearside.desktop.theme.Dress;
import nearside.desktop.theme.Look;
import nearside.desktop.words.Words;

import java.util.List;
import java.util.function.Consumer;

/// A small window above all others, for one question; Escape closes it.
public final class QuickWindow {
    private static final double WIDTH = 620;

    /// Where its upper edge is: looked at without moving the eyes far.
    private static final double FROM_TOP = 0.2;

    private final Stage stage = new Stage();
    private final QuickView view;
    private final Subscription worn;
    private double high;

    /// @param dress what it wears, also while that changes
    /// @param keys puts the keys into it that work in all windows
    public QuickWindow(
            QuickViewModel quick,
            Words words,
            ObservableValue<Dress> dress,
            Consumer<Scene> keys,
            Consumer<String> links) {
        view = new QuickView(quick, words, stage::hide, links);
        Scene scene = new Scene(view);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        keys.accept(scene);
        worn =
                dress.subscribe(now -> {
                    Look.dress(scene, now);
                    view.setPrefWidth(now.text().of(WIDTH));
                    high = 0;
                });
        scene.addPostLayoutPulseListener(this::fit);
        stage.setTitle(words.of("quick.title"));
        stage.setAlwaysOnTop(true);
        stage.setScene(scene);
    }

    /// As high as what is in it.
    private void fit() {
        double now = view.prefHeight(view.getPrefWidth());
        if (now != high) {
            high = now;
            stage.sizeToScene();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            stage.hide();
        }
    }

    /// It bears these pictures.
    public void wears(List<Image> icons) {
        stage.getIcons().setAll(icons);
    }

    /// Shows it, or brings it to the front.
    public void show() {
        if (!stage.isShowing()) {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            stage.show();
            stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
            stage.setY(screen.getMinY() + screen.getHeight() * FROM_TOP);
        }
        stage.toFront();
        stage.requestFocus();
        view.begin();
    }

    /// Whether somebody types into it or reads it.
    public boolean isLookedAt() {
        return stage.isShowing() && stage.isFocused();
    }

    /// Closes it for good.
    public void close() {
        worn.unsubscribe();
        stage.hide();
    }
}
