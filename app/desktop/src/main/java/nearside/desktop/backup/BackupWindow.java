package nearside.desktop.backup;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

import nearside.desktop.theme.Look;
import nearside.desktop.theme.Shade;
import nearside.desktop.words.Words;

/// The window with the backups, over the other one.
public final class BackupWindow {
    private static final double WIDTH = 620;

    private BackupWindow() {}

    public static void show(Window owner, BackupViewModel backups, Words words, Shade shade) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(words.of("backup.title"));
        BackupView view = new BackupView(backups, words);
        view.setPrefWidth(WIDTH);
        Scene scene = new Scene(view);
        Look.dress(scene, shade);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
        view.heightProperty().subscribe(_ -> stage.sizeToScene());
        stage.setScene(scene);
        stage.setOnHidden(_ -> backups.stop());
        backups.refresh();
        stage.show();
    }
}
