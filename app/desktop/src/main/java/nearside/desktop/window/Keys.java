package nearside.desktop.window;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.List;

/// The keys that do something, as they are listened for and as they are told.
final class Keys {
    static final KeyCombination NEW = shortcut(KeyCode.N);
    static final KeyCombination FIND = shortcut(KeyCode.F);
    static final KeyCombination SEARCH =
            new KeyCodeCombination(
                    KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination SWITCH = shortcut(KeyCode.K);
    static final KeyCombination UNDO = shortcut(KeyCode.Z);
    static final KeyCombination REDO =
            new KeyCodeCombination(
                    KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination QUIT = shortcut(KeyCode.Q);
    static final KeyCombination SHEET = new KeyCodeCombination(KeyCode.F1);

    /// One line of the sheet.
    ///
    /// @param key of the words that say what it does
    record Told(KeyCombination keys, String key) {}

    private Keys() {}

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    static List<Told> all() {
        return List.of(
                new Told(NEW, "keys.new"),
                new Told(SWITCH, "keys.switch"),
                new Told(FIND, "keys.find"),
                new Told(SEARCH, "keys.search"),
                new Told(new KeyCodeCombination(KeyCode.ENTER), "keys.send"),
                new Told(
                        new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN),
                        "keys.line"),
                new Told(new KeyCodeCombination(KeyCode.UP), "keys.edit"),
                new Told(new KeyCodeCombination(KeyCode.SLASH), "keys.slash"),
                new Told(new KeyCodeCombination(KeyCode.TAB), "keys.place"),
                new Told(new KeyCodeCombination(KeyCode.ESCAPE), "keys.stop"),
                new Told(shortcut(KeyCode.A), "keys.all"),
                new Told(shortcut(KeyCode.C), "keys.copy"),
                new Told(
                        new KeyCodeCombination(
                                KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        "keys.markdown"),
                new Told(UNDO, "keys.undo"),
                new Told(REDO, "keys.redo"),
                new Told(QUIT, "keys.quit"),
                new Told(SHEET, "keys.sheet"));
    }
}
