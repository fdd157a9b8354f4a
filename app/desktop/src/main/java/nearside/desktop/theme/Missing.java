package nearside.desktop.theme;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// What an empty list shows: what is missing, and one button that leads on.
public final class Missing extends VBox {
    /// @param id of the text; the button's has `-way` behind it
    /// @param key of the text
    /// @param wayKey of the button
    public Missing(Panel panel, String id, String key, String wayKey, Runnable way) {
        getStyleClass().add("missing");
        setAlignment(Pos.CENTER);
        getChildren()
                .addAll(
                        panel.text("missing-text", id, key),
                        panel.button(new Button(), id + "-way", wayKey, way));
    }
}
