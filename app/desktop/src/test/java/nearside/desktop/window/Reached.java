package nearside.desktop.window;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All that is seen in the open windows, and of it what the keyboard reaches: controls, and the
/// lines of lists and tables.
record Reached(List<Node> seen) {
    /// What a screen reader says of them is nothing.
    private static final Set<AccessibleRole> NO_ROLES =
            Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    Reached {
        seen = List.copyOf(seen);
    }

    /// In all windows, their menus too. On the UI thread.
    static Reached inAllWindows() {
        return new Reached(
                List.copyOf(Window.getWindows()).stream()
                        .filter(window -> window.isShowing() && window.getScene() != null)
                        .flatMap(window -> under(window.getScene().getRoot()))
                        .toList());
    }

    /// Below that node and itself. On the UI thread.
    static Reached in(Parent root) {
        return new Reached(under(root).toList());
    }

    private static Stream<Node> under(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(Reached::under))
                : Stream.of(node);
    }

    List<Node> nodes() {
        return seen.stream().filter(Reached::isReached).toList();
    }

    private static boolean isReached(Node node) {
        return node.isFocusTraversable() || (node instanceof Cell<?> cell && isLine(cell));
    }

    /// What stands in a closed choice is a cell too, but a part of that choice.
    private static boolean isLine(Cell<?> cell) {
        return !cell.isEmpty() && !(cell.getParent() instanceof ComboBoxBase<?>);
    }

    /// Those without a name or a role, in words.
    List<String> flaws() {
        return nodes().stream()
                .flatMap(node -> Stream.concat(nameless(node).stream(), without(node).stream()))
                .toList();
    }

    /// A drawn sign is no name.
    private static Optional<String> nameless(Node node) {
        return name(node).codePoints().noneMatch(Character::isLetterOrDigit)
                ? Optional.of("no name: " + node)
                : Optional.empty();
    }

    private static Optional<String> without(Node node) {
        return NO_ROLES.contains(node.getAccessibleRole())
                ? Optional.of("no role: " + node)
                : Optional.empty();
    }

    /// What a screen reader says. What is typed into a field is no name, and neither is what stands
    /// in it before.
    static String name(Node node) {
        Object said =
                node instanceof TextInputControl field
                        ? field.getAccessibleText()
                        : node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        if (said instanceof String name && !name.isBlank()) {
            return name;
        }
        return node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label
                ? label.getText()
                : "";
    }
}
