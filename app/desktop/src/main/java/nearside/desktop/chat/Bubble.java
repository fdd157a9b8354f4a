package nearside.desktop.chat;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A soft bubble on the right, as wide as its text, at most 78 % of the line.
final class Bubble extends Region {
    private static final double WIDEST = 0.78;

    private final StackPane bubble;

    Bubble(SelectableText text) {
        bubble = new StackPane(text);
        bubble.getStyleClass().add("bubble");
        getChildren().add(bubble);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return bubble.prefHeight(bubbleWidth(width));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = bubbleWidth(getWidth());
        bubble.resizeRelocate(getWidth() - width, 0, width, bubble.prefHeight(width));
    }

    private double bubbleWidth(double width) {
        return Math.min(Math.ceil(bubble.prefWidth(-1)), Math.floor(width * WIDEST));
    }
}
