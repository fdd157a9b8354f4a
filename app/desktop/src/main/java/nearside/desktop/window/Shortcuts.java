package nearside.desktop.window;

import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.Map;
import java.util.function.BooleanSupplier;

/// Keys that work anywhere in the window.
///
/// @param actions what each does; whether it did anything
record Shortcuts(Map<KeyCombination, BooleanSupplier> actions) {
    Shortcuts {
        actions = Map.copyOf(actions);
    }

    /// What always does something.
    static BooleanSupplier always(Runnable action) {
        return () -> {
            action.run();
            return true;
        };
    }

    void listenIn(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean done =
                actions.entrySet().stream()
                        .filter(entry -> entry.getKey().match(event))
                        .anyMatch(entry -> entry.getValue().getAsBoolean());
        if (done) {
            event.consume();
        }
    }
}
