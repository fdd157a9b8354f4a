package nearside.desktop.window;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.List;
import java.util.stream.Collectors;

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
        table.setAccessibleRole(AccessibleRole.TEXT);
        table.setAccessibleText(
                all.stream()
                        .map(told -> told.keys().getDisplayText() + " " + words.of(told.key()))
                        .collect(Collectors.joining("\n")));
        getChildren().addAll(panel.text("trouble-title", "keys-title", "keys.title"), table);
    }
}
