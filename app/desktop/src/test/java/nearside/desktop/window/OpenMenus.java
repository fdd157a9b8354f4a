package nearside.desktop.window;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.stage.Window;

import java.util.List;
import java.util.Optional;

/// The menus that are open, and where the arrows are in them. To be asked on the UI thread.
final class OpenMenus {
    private OpenMenus() {}

    /// Each one out of the one before.
    static List<ContextMenu> opened() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(Window::isShowing)
                .toList();
    }

    /// The line of the innermost menu that the arrows are at: by its id, else what it says.
    static Optional<String> line() {
        return opened().reversed().stream()
                .limit(1)
                .flatMap(menu ->
                        menu.getScene().getRoot().lookupAll(".menu-item").stream()
                                .filter(Node::isFocused)
                                .map(OpenMenus::told))
                .findFirst();
    }

    private static String told(Node line) {
        return line.getId() == null
                ? line.lookupAll(".label").stream()
                        .map(label -> ((Labeled) label).getText())
                        .findFirst()
                        .orElse("")
                : line.getId();
    }
}
