package nearside.desktop.window;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.List;

/// All keys that do something.
final class KeysView extends VBox {
    KeysView(Words words) {
        setId("keys");
        getStyleClass().add("protection");
        Panel panel = new Panel(words);
        GridPane table = new GridPane();
        table.getStyleClass().add("keys-table");
        List<Keys.Told> all = Keys.all();
        for (int i = 0; i < all.size(); i++) {
            Label keys = new Label(all.get(i).keys().getDisplayText());
            keys.getStyleClass().add("keys-cap");
            keys.setMinWidth(USE_PREF_SIZE);
            Label does = new Label(words.of(all.get(i).key()));
            does.setWrapText(true);
            does.setLabelFor(keys);
            table.addRow(i, keys, does);
        }
        table.setFocusTraversable(true);
        table.setAccessibleText(words.of("keys.title"));
        getChildren().addAll(panel.text("trouble-title", "keys-title", "keys.title"), table);
    }
}
