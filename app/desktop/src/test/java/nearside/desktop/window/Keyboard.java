package nearside.desktop.window;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;

import nearside.desktop.pace.Fx;
import nearside.desktop.pace.FxHand;

import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Keys, and where they go: to what has the focus, and to the line of a menu.
record Keyboard(FxHand robot) {
    private static final int MOST_STEPS = 80;
    private static final int MOST_WAITS = 3;
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final PseudoClass VISIBLY = PseudoClass.getPseudoClass("focus-visible");

    /// Goes on with Tab until a node that matches has the focus.
    void tabTo(String selector) {
        walk(selector, KeyCode.TAB);
    }

    /// Goes back with Shift+Tab.
    void backTo(String selector) {
        walk(selector, KeyCode.SHIFT, KeyCode.TAB);
    }

    /// What the program itself put the focus to need not be marked more than by its look.
    private void walk(String selector, KeyCode... keys) {
        if (!Fx.onFx(() -> has(selector))) {
            step(() -> has(selector), selector, keys);
            Fx.until(() -> isShown(selector));
        }
    }

    /// Tab to that button, and Space.
    void press(String selector) {
        tabTo(selector);
        robot.type(KeyCode.SPACE);
    }

    /// Tab to that field, where what is typed takes the place of what is there.
    void fill(String selector, String text) {
        tabTo(selector);
        with(KeyCode.SHORTCUT, KeyCode.A);
        write(text);
    }

    /// A long text, which nobody types.
    void paste(String text) {
        ByKeysFx.copy(text);
        shortcut(KeyCode.V);
    }

    void with(KeyCode held, KeyCode key) {
        robot.press(held).type(key).release(held);
    }

    void shortcut(KeyCode key) {
        with(KeyCode.SHORTCUT, key);
    }

    /// Goes through the open menu by arrows, and takes the last of these lines; each is an id or
    /// what the line says.
    void choose(String... lines) {
        goTo(lines);
        robot.type(KeyCode.ENTER);
        Fx.until(() -> OpenMenus.opened().isEmpty());
    }

    /// The same without taking it.
    void goTo(String... lines) {
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int opened = i + 1;
            Fx.until(() -> OpenMenus.opened().size() == opened);
            step(() -> OpenMenus.line().filter(line::equals).isPresent(), line, KeyCode.DOWN);
            if (opened < lines.length) {
                robot.type(KeyCode.RIGHT);
            }
        }
    }

    boolean has(String selector) {
        Optional<Node> focused = focused();
        return robot.lookup(selector).queryAll().stream()
                .anyMatch(node -> focused.equals(Optional.of(node)));
    }

    /// Whether what has the focus stands in there.
    boolean isInside(String selector) {
        return Fx.onFx(() -> robot.lookup(selector).query().isFocusWithin());
    }

    /// Whether a message that says this has the focus, and shows it.
    boolean isAt(String selector, String says) {
        return Fx.onFx(() ->
                isShown(selector)
                        && focused()
                                .filter(node -> says.equals(node.getAccessibleText()))
                                .isPresent());
    }

    /// Marked as having the focus, as a person who uses keys sees it.
    private boolean isShown(String selector) {
        return focused()
                .filter(node -> node.getPseudoClassStates().containsAll(List.of(FOCUSED, VISIBLY)))
                .filter(node -> has(selector))
                .isPresent();
    }

    private void step(Callable<Boolean> arrived, String to, KeyCode... keys) {
        List<String> way = new ArrayList<>();
        for (int i = 0; i < MOST_STEPS && !Fx.read(arrived); i++) {
            way.add(Fx.read(this::told));
            press(List.of(keys));
        }
        if (!Fx.read(arrived)) {
            throw new AssertionError("no key leads to " + to + ", but to " + way);
        }
    }

    /// At once, and waits only while nothing came of it: the robot of the tests waits after every
    /// key, and there are many on a way.
    private void press(List<KeyCode> keys) {
        List<Optional<?>> before = Fx.read(this::place);
        Fx.read(() -> {
            Robot hand = new Robot();
            keys.forEach(hand::keyPress);
            keys.reversed().forEach(hand::keyRelease);
            return true;
        });
        for (int i = 0; i < MOST_WAITS && Fx.read(this::place).equals(before); i++) {
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private List<Optional<?>> place() {
        return List.of(focused(), OpenMenus.line());
    }

    /// What the keys go to now, in words.
    private String told() {
        return OpenMenus.opened().isEmpty()
                ? focused().map(Node::toString).orElse("nothing")
                : OpenMenus.line().orElse("no line");
    }

    /// What has the focus in the window that has it.
    Optional<Node> focused() {
        return window().flatMap(it -> Optional.ofNullable(it.getScene().getFocusOwner()));
    }

    /// The uppermost: those below a panel go on to say that they have the focus.
    private static Optional<Window> window() {
        return List.copyOf(Window.getWindows()).reversed().stream()
                .filter(window -> window instanceof Stage && window.isFocused())
                .findFirst();
    }

    /// Into what has the focus.
    void write(String text) {
        robot.targetWindow(Fx.onFx(() -> window().orElseThrow())).write(text);
    }
}
