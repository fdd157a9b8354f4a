package nearside.desktop.chat;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.Optional;
import java.util.stream.Stream;

/// Goes from message to message: up from where a person writes to the newest one.
///
/// @param messages as they stand below each other
record MessageKeys(ObservableList<Node> messages, Follow follow) {
    static final KeyCombination BEFORE =
            new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN);
    static final KeyCombination AFTER =
            new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);

    static final KeyCombination PIN =
            new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);

    /// To the one above; does nothing at the first one.
    void goBefore() {
        int from = at().orElse(messages.size());
        if (from > 0) {
            go(messages.get(from - 1));
        }
    }

    /// To the one below.
    ///
    /// @return whether there is one
    boolean goAfter() {
        int next = at().orElse(messages.size()) + 1;
        if (next < messages.size()) {
            go(messages.get(next));
        }
        return next < messages.size();
    }

    private Optional<Integer> at() {
        return messages.stream().filter(Node::isFocusWithin).findFirst().map(messages::indexOf);
    }

    private void go(Node message) {
        first(message).findFirst().ifPresent(MessageKeys::focus);
        follow.to(message);
    }

    private static Stream<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.empty();
        }
        Stream<Node> below =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(MessageKeys::first)
                        : Stream.empty();
        return Stream.concat(node.isFocusTraversable() ? Stream.of(node) : Stream.empty(), below);
    }

    /// The focus is shown where it comes from the one before, as by Tab, and only there.
    private static void focus(Node node) {
        node.requestFocus();
        node.requestFocusTraversal(TraversalDirection.PREVIOUS);
        node.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.NEXT);
    }
}
