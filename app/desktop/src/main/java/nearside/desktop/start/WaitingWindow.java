package nearside.desktop.start;

import javafx.scene.Scene;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import nearside.desktop.theme.Dress;
import nearside.desktop.theme.Look;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;
import nearside.storage.Settings;

/// Says that the profile is being opened, where that takes longer.
final class WaitingWindow {
    private static final double WIDTH = 420;

    private WaitingWindow() {}

    static Stage show(Settings settings, Words words) {
        Look.loadFonts();
        Panel panel = new Panel(words);
        ProgressBar progress = new ProgressBar();
        progress.setId("opening-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(words.of("opening.title"));
        VBox view =
                new VBox(
                        panel.text("trouble-title", "opening-title", "opening.title"),
                        panel.text("trouble-text", "opening-note", "opening.note"),
                        progress);
        view.getStyleClass().add("unlock");
        view.setPrefWidth(WIDTH);
        Scene scene = new Scene(view);
        Look.dress(scene, Dress.of(settings.appearance(), words.locale()));
        Stage stage = new Stage();
        stage.setTitle(words.of("brand"));
        stage.setScene(scene);
        stage.show();
        return stage;
    }
}
