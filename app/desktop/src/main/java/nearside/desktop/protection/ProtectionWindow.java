package nearside.desktop.protection;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

import nearside.desktop.theme.Look;
import nearside.desktop.theme.Shade;
import nearside.desktop.words.Words;

/// The window in which a person changes how the conversations are protected, over the other one.
public final class ProtectionWindow {
    private static final double WIDTH = 560;

    private ProtectionWindow() {}

    public static void show(
            Window owner, ProtectionViewModel protection, Words words, Shade shade) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(words.of("protection.title"));
        ProtectionView view = new ProtectionView(protection, words);
        view.setPrefWidth(WIDTH);
        Scene scene = new Scene(view);
        Look.dress(scene, shade);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
        view.heightProperty().subscribe(_ -> stage.sizeToScene());
        stage.setScene(scene);
        stage.setOnHidden(_ -> protection.forget());
        stage.show();
    }
}
