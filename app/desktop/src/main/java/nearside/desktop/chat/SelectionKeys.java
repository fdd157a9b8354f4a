package nearside.desktop.chat;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Copy and select-all for a text that has the focus.
record SelectionKeys(SelectableText text) {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ALL =
            new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    void pressed(KeyEvent event) {
        if (COPY.match(event)) {
            text.copy();
            event.consume();
        } else if (ALL.match(event)) {
            text.selectAll();
            event.consume();
        }
    }
}
