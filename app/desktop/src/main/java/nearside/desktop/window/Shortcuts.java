package nearside.desktop.window;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import nearside.desktop.history.HistoryViewModel;

/// Keys that work anywhere in the window: a new conversation, taking a deletion back, and leaving.
record Shortcuts(HistoryViewModel history, Runnable focusComposer, Runnable quit) {
    private static final KeyCombination NEW =
            new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination QUIT =
            new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN);

    void listenIn(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (NEW.match(event)) {
            history.startNew();
            focusComposer.run();
            event.consume();
        } else if (UNDO.match(event) && history.deleted().get().isPresent()) {
            history.undo();
            event.consume();
        } else if (QUIT.match(event)) {
            event.consume();
            quit.run();
        }
    }
}
