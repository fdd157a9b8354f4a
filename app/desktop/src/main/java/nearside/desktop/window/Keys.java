package nearside.desktop.window;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// The keys that do something, as they are listened for and as they are told.
final class Keys {
    static final KeyCombination NEW = shortcut(KeyCode.N);
    static final KeyCombination FIND = shortcut(KeyCode.F);
    static final KeyCombination SEARCH =
            new KeyCodeCombination(
                    KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination PRINT = shortcut(KeyCode.P);
    static final KeyCombination SETTINGS = shortcut(KeyCode.COMMA);
    static final KeyCombination SWITCH = shortcut(KeyCode.K);
    static final KeyCombination UNDO = shortcut(KeyCode.Z);
    static final KeyCombination REDO =
            new KeyCodeCombination(
                    KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination QUIT = shortcut(KeyCode.Q);
    static final KeyCombination SHEET = new KeyCodeCombination(KeyCode.F1);

    static final KeyCombination LARGER = shortcut(KeyCode.PLUS);
    static final KeyCombination SMALLER = shortcut(KeyCode.MINUS);
    static final KeyCombination USUAL = shortcut(KeyCode.DIGIT0);

    /// One line of the sheet.
    ///
    /// @param key of the words that say what it does
    record Told(KeyCombination keys, String key) {}

    private Keys() {}

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    /// Those that change the size of letters: where plus is on a key with another sign and on the
    /// keys for numbers too.
    static Shortcuts text(Runnable enlarge, Runnable reduce, Runnable usual) {
        BooleanSupplier larger = Shortcuts.always(enlarge);
        BooleanSupplier smaller = Shortcuts.always(reduce);
        return new Shortcuts(
                Map.of(
                        LARGER,
                        larger,
                        shortcut(KeyCode.EQUALS),
                        larger,
                        new KeyCodeCombination(
                                KeyCode.EQUALS,
                                KeyCombination.SHORTCUT_DOWN,
                                KeyCombination.SHIFT_DOWN),
                        larger,
                        shortcut(KeyCode.ADD),
                        larger,
                        SMALLER,
                        smaller,
                        shortcut(KeyCode.SUBTRACT),
                        smaller,
                        USUAL,
                        Shortcuts.always(usual),
                        shortcut(KeyCode.NUMPAD0),
                        Shortcuts.always(usual)));
    }

    static List<Told> all() {
        return List.of(
                new Told(NEW, "keys.new"),
                new Told(SWITCH, "keys.switch"),
                new Told(SETTINGS, "keys.settings"),
                new Told(FIND, "keys.find"),
                new Told(SEARCH, "keys.search"),
                new Told(PRINT, "keys.print"),
                new Told(new KeyCodeCombination(KeyCode.ENTER), "keys.send"),
                new Told(
                        new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN),
                        "keys.line"),
                new Told(new KeyCodeCombination(KeyCode.UP), "keys.edit"),
                new Told(new KeyCodeCombination(KeyCode.SLASH), "keys.slash"),
                new Told(
                        new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN),
                        "keys.message.before"),
                new Told(
                        new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN),
                        "keys.message.after"),
                new Told(shortcut(KeyCode.D), "keys.pin"),
                new Told(
                        new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN),
                        "keys.menu"),
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
                new Told(LARGER, "keys.larger"),
                new Told(SMALLER, "keys.smaller"),
                new Told(USUAL, "keys.usual"),
                new Told(QUIT, "keys.quit"),
                new Told(SHEET, "keys.sheet"));
    }
}
