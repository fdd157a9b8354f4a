package nearside.desktop.chat;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;

import java.util.WeakHashMap;

/// The reading column: its children one below the other, at most as wide as its look says, centred.
/// Asks a child for its height only when the child or the width has changed.
final class Column extends Pane {
    private static final double GAP = 24;

    private final WeakHashMap<Node, Double> heights = new WeakHashMap<>();
    private double measuredWidth = -1;

    Column() {
        getStyleClass().add("column");
    }

    /// Adds a child below the others, or at that place.
    void put(int index, Parent child) {
        child.needsLayoutProperty().subscribe(_ -> heights.remove(child));
        getChildren().add(index, child);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = inner(width < 0 ? getWidth() : width);
        double sum = getChildren().stream().mapToDouble(child -> height(child, inner) + GAP).sum();
        return getInsets().getTop()
                + sum
                - (getChildren().isEmpty() ? 0 : GAP)
                + getInsets().getBottom();
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double inner = inner(getWidth());
        double x = Math.round((getWidth() - inner) / 2);
        double y = insets.getTop();
        for (Node child : getChildren()) {
            double height = height(child, inner);
            child.resizeRelocate(x, y, inner, height);
            y += height + GAP;
        }
    }

    private double inner(double width) {
        double room = width - getInsets().getLeft() - getInsets().getRight();
        double widest = getPrefWidth() - getInsets().getLeft() - getInsets().getRight();
        return Math.max(0, widest > 0 ? Math.min(room, widest) : room);
    }

    private double height(Node child, double width) {
        if (width != measuredWidth) {
            heights.clear();
            measuredWidth = width;
        }
        if (child instanceof Parent parent && parent.isNeedsLayout()) {
            heights.remove(child);
        }
        return heights.computeIfAbsent(child, node -> Math.ceil(node.prefHeight(width)));
    }
}
