package nearside.desktop.theme;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// In a list in which nothing is chosen an arrow chooses a line: by itself a list goes on from its
/// first one, and with one line nowhere.
public record LineKeys(ListView<?> list) {
    /// From now on.
    public static void listenIn(ListView<?> list) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, new LineKeys(list)::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean arrow = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP;
        if (arrow && list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
            list.getSelectionModel().select(Math.max(0, list.getFocusModel().getFocusedIndex()));
            event.consume();
        }
    }
}
