package nearside.desktop.window;

import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;

/// Opens views one after the other and walks each.
abstract class WalkFx extends WindowFx {
    final Walk walk = new Walk();

    /// A click would miss what has just moved.
    void fire(String id) {
        onFx(() -> {
            robot.lookup(id).queryAs(ButtonBase.class).fire();
            return true;
        });
    }

    void walk(String view) {
        onFx(() -> {
            walk.by(view, Reached.inAllWindows());
            return true;
        });
    }

    void panel(String name, String shown) {
        choose(name, shown);
        walk(name);
        robot.type(KeyCode.ESCAPE);
    }

    void choose(String name, String shown) {
        robot.clickOn("#settings").clickOn("#open-" + name);
        until(() -> shows(shown));
    }

    void shortcut(KeyCode key) {
        robot.press(KeyCode.SHORTCUT).type(key).release(KeyCode.SHORTCUT);
    }
}
