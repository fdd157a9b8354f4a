package nearside.desktop.window;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import nearside.desktop.history.HistoryViewModel;

/// Keys that work anywhere in the window: a new conversation, looking for something, taking a
/// deletion back, and leaving.
record Shortcuts(
        HistoryViewModel history, Runnable focusComposer, Runnable focusSearch, Runnable quit) {
    private static final KeyCombination NEW =
            new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND_TOO =
            new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
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
        } else if (FIND.match(event) || FIND_TOO.match(event)) {
            focusSearch.run();
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
