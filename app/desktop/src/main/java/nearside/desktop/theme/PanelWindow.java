package nearside.desktop.theme;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/// A window over another one, as high as what is in it; Escape closes it.
///
/// @param owner the window below, which waits
public record PanelWindow(Window owner, Shade shade) {
    /// Shows it.
    ///
    /// @param onHidden what happens when it is closed
    public void show(String title, Region view, double width, Runnable onHidden) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
        view.setPrefWidth(width);
        Scene scene = new Scene(view);
        Look.dress(scene, shade);
        // A list would keep Escape for itself.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, stage));
        scene.addPostLayoutPulseListener(new Fit(stage, view));
        stage.setScene(scene);
        stage.setOnHidden(_ -> onHidden.run());
        stage.show();
    }

    private static void pressed(KeyEvent event, Stage stage) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            stage.hide();
        }
    }

    /// Makes a window as high as its content wants to be, each time that this changes: the root of
    /// a scene is as high as the window, whatever it holds.
    private static final class Fit implements Runnable {
        private final Stage stage;
        private final Region view;
        private double wanted;

        Fit(Stage stage, Region view) {
            this.stage = stage;
            this.view = view;
        }

        @Override
        public void run() {
            double wants = view.prefHeight(view.getWidth());
            if (wants != wanted) {
                wanted = wants;
                stage.sizeToScene();
            }
        }
    }
}
