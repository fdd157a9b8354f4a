package nearside.desktop.theme;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Tab in a field of several lines goes on to the next control, as it does elsewhere: with it as a
/// letter, who uses keys alone would not come out again.
public record TabKeys(TextArea area) {
    /// From now on.
    public static void goOnFrom(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, new TabKeys(area)::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            event.consume();
            area.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }
}
