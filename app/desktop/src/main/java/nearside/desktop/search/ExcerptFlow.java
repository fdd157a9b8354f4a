package nearside.desktop.search;

import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import nearside.desktop.writing.Pieces;

/// A text of at most three lines: as tall as they are, and never cut within one.
final class ExcerptFlow extends TextFlow {
    private static final int MOST_LINES = 3;

    private boolean turns;

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
        return Math.min(super.computePrefHeight(wide(width)), MOST_LINES * one);
    }

    /// Asked for the height of no width at all, it would end a line inside a word.
    private double wide(double width) {
        return turns && width >= 0 ? Math.max(width, Pieces.leastWidth(letters())) : width;
    }

    private double letters() {
        return getChildren().getFirst() instanceof Text text ? text.getFont().getSize() : 0;
    }

    /// Whether any of it is read from the right.
    void turns(boolean now) {
        turns = now;
        if (now) {
            resize(Pieces.UNBOUNDED, 0);
        }
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
