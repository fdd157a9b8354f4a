package nearside.desktop.start;

import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import nearside.desktop.theme.Dress;
import nearside.desktop.theme.Look;
import nearside.desktop.theme.Shade;
import nearside.desktop.trouble.Trouble;
import nearside.desktop.trouble.TroubleView;
import nearside.desktop.words.Words;

/// A small window that says why the program cannot open.
final class TroubleWindow {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 260;
    private static final Insets AROUND = new Insets(24);

    private TroubleWindow() {}

    static void show(Trouble trouble, Words words, Runnable onClosed) {
        Look.loadFonts();
        StackPane pane = new StackPane(new TroubleView(trouble, words));
        pane.setPadding(AROUND);
        Scene scene = new Scene(pane, WIDTH, HEIGHT);
        Look.dress(scene, Dress.of(Shade.LIGHT));
        Stage stage = new Stage();
        stage.setTitle(words.of("brand"));
        stage.setScene(scene);
        stage.setOnHidden(_ -> onClosed.run());
        stage.show();
    }
}
