package nearside.desktop.search;

import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;

/// A text of at most three lines: as tall as they are, and never cut within one.
final class ExcerptFlow extends TextFlow {
    private static final int MOST_LINES = 3;

    ExcerptFlow() {
        getStyleClass().add("excerpt");
        Rectangle lines = new Rectangle();
        lines.widthProperty().bind(widthProperty());
        lines.heightProperty().bind(heightProperty());
        setClip(lines);
    }

    @Override
    protected double computePrefHeight(double width) {
        double one = super.computePrefHeight(USE_COMPUTED_SIZE);
        return Math.min(super.computePrefHeight(width), MOST_LINES * one);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }
}
