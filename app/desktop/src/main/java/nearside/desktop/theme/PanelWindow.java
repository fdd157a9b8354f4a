package nearside.desktop.theme;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;

import java.util.function.Consumer;

/// A window over another one, as high as what is in it and as the screen; Escape closes it.
///
/// @param owner the window below, which waits
/// @param dress what it wears, also while that changes
/// @param keys puts the keys into it that work in all windows
public record PanelWindow(Window owner, ObservableValue<Dress> dress, Consumer<Scene> keys) {
    /// What stays free of the screen for the frame of the window.
    private static final double FRAME = 60;

    /// Shows it.
    ///
    /// @param width of usual letters
    /// @param onHidden what happens when it is closed
    public void show(String title, Region view, double width, Runnable onHidden) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
        ScrollPane page = new ScrollPane(view);
        page.setFitToWidth(true);
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        page.setMinSize(0, 0);
        ScrollKeys.listenIn(page);
        page.getStyleClass().addAll("bare-scroll", "edge-to-edge");
        Scene scene = new Scene(page);
        Subscription worn = dress.subscribe(now -> dress(scene, page, now, width));
        // A list would keep Escape for itself.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, stage));
        keys.accept(scene);
        Fit fit = new Fit(stage, page, view);
        scene.addPostLayoutPulseListener(fit::inPulse);
        stage.setScene(scene);
        page.applyCss();
        fit.fit(screen(owner));
        stage.setOnHidden(_ -> {
            worn.unsubscribe();
            onHidden.run();
        });
        stage.show();
    }

    private void dress(Scene scene, ScrollPane page, Dress now, double width) {
        Look.dress(scene, now);
        page.setPrefWidth(Math.min(now.text().of(width), screen(owner).getWidth() - FRAME));
    }

    private static Rectangle2D screen(Window window) {
        return Screen.getScreensForRectangle(
                        window.getX(), window.getY(), window.getWidth(), window.getHeight())
                .stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
    }

    private static void pressed(KeyEvent event, Stage stage) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            stage.hide();
        }
    }

    /// Makes a window as large as its content wants to be, each time that this changes: the root of
    /// a scene is as large as the window, whatever it holds. It opens at the top, also where what
    /// has the focus is higher than the window.
    private static final class Fit {
        private final Stage stage;
        private final ScrollPane page;
        private final Region view;
        private double width;
        private double height;
        private boolean seen;

        Fit(Stage stage, ScrollPane page, Region view) {
            this.stage = stage;
            this.page = page;
            this.view = view;
        }

        void inPulse() {
            fit(screen(stage));
            if (!seen) {
                seen = true;
                page.setVvalue(page.getVmin());
            }
        }

        void fit(Rectangle2D screen) {
            double wide = page.getPrefWidth();
            double high = Math.min(view.prefHeight(wide), screen.getHeight() - FRAME);
            if (wide != width || high != height) {
                width = wide;
                height = high;
                page.setPrefHeight(high);
                stayOn(screen);
                stage.sizeToScene();
            }
        }

        /// It grows to the right and down, and goes back as far as it would leave the screen.
        private void stayOn(Rectangle2D screen) {
            double x = Math.min(stage.getX(), screen.getMaxX() - width - FRAME);
            double y = Math.min(stage.getY(), screen.getMaxY() - height - FRAME);
            if (!Double.isNaN(x) && x != stage.getX()) {
                stage.setX(Math.max(screen.getMinX(), x));
            }
            if (!Double.isNaN(y) && y != stage.getY()) {
                stage.setY(Math.max(screen.getMinY(), y));
            }
        }
    }
}
