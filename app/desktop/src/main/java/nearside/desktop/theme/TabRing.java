package nearside.desktop.theme;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.ArrayList;
import java.util.List;

/// Tab goes round in a card that covers the rest: who uses keys alone must not come upon what they
/// cannot see.
public record TabRing(Parent card) {
    /// From now on, wherever the focus is in that part of the window.
    ///
    /// @param card can have the focus itself
    public static void within(Parent part, Parent card) {
        part.addEventFilter(KeyEvent.KEY_PRESSED, new TabRing(card)::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.TAB || event.isShortcutDown()) {
            return;
        }
        event.consume();
        List<Node> ring = new ArrayList<>();
        add(card, ring);
        int at = ring.indexOf(card.getScene().getFocusOwner());
        if (ring.size() < 2) {
            card.requestFocus();
        } else if (event.isShiftDown() && at <= 0) {
            ring.get(ring.size() - 2).requestFocusTraversal(TraversalDirection.NEXT);
        } else if (event.isShiftDown()) {
            ring.get(at).requestFocusTraversal(TraversalDirection.PREVIOUS);
        } else if (at < 0 || at == ring.size() - 1) {
            ring.get(1).requestFocusTraversal(TraversalDirection.PREVIOUS);
        } else {
            ring.get(at).requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    private static void add(Node node, List<Node> ring) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            ring.add(node);
        }
        if (node instanceof Parent parent && !(node instanceof Control)) {
            parent.getChildrenUnmodifiable().forEach(child -> add(child, ring));
        }
    }
}
