package nearside.desktop.theme;

import javafx.scene.Node;

import java.util.Optional;

/// Gives the focus back to what had it before something was opened over it.
public final class FocusBack {
    private Optional<Node> before = Optional.empty();

    /// Remembers what has the focus now, for what is opened in that window.
    public void remember(Node opened) {
        before =
                Optional.ofNullable(opened.getScene())
                        .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()));
    }

    /// To what had it, if a person can still see it.
    ///
    /// @param otherwise where else it goes
    public void giveBack(Runnable otherwise) {
        before.filter(FocusBack::canTakeIt).ifPresentOrElse(Node::requestFocus, otherwise);
        before = Optional.empty();
    }

    private static boolean canTakeIt(Node node) {
        return node.getScene() != null && !node.isDisabled() && isSeen(node);
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }
}
