package nearside.desktop.chat;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// One part on the left and one on the right; where both have no room side by side, the right one
/// stands below.
final class TwoSides extends Pane {
    private static final double GAP = 12;

    private final Region left;
    private final Region right;

    TwoSides(Region left, Region right) {
        this.left = left;
        this.right = right;
        getChildren().addAll(left, right);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean isHigh(double width) {
        return right.prefWidth(-1) > 0 && left.prefWidth(-1) + GAP + right.prefWidth(-1) > width;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(left.minWidth(-1), right.minWidth(-1)) + aside();
    }

    @Override
    protected double computePrefWidth(double height) {
        return left.prefWidth(-1) + GAP + right.prefWidth(-1) + aside();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width < 0 ? Double.MAX_VALUE : width - aside();
        double one = left.prefHeight(-1);
        double other = right.prefHeight(-1);
        Insets insets = getInsets();
        return (isHigh(inside) ? one + other : Math.max(one, other))
                + insets.getTop()
                + insets.getBottom();
    }

    private double aside() {
        return getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double width = getWidth() - aside();
        double height = getHeight() - insets.getTop() - insets.getBottom();
        double wants = Math.min(width, right.prefWidth(-1));
        double x = insets.getLeft() + width - wants;
        if (isHigh(width)) {
            double first = left.prefHeight(-1);
            left.resizeRelocate(insets.getLeft(), insets.getTop(), width, first);
            right.resizeRelocate(x, insets.getTop() + first, wants, height - first);
        } else {
            double room = Math.max(0, width - wants);
            left.resizeRelocate(insets.getLeft(), insets.getTop(), room, height);
            right.resizeRelocate(x, insets.getTop(), wants, height);
        }
    }
}
