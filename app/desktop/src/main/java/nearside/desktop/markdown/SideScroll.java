package nearside.desktop.markdown;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

import nearside.desktop.theme.Uncached;

/// Shows all of something that may be wider than the page: it scrolls to the side, and is as high
/// as its content, with room below for the bar.
final class SideScroll extends ScrollPane {
    private static final double BAR = 14;

    private final Region content;

    SideScroll(Region content) {
        super(content);
        this.content = content;
        getStyleClass().add("md-scroll");
        setVbarPolicy(ScrollBarPolicy.NEVER);
        Uncached.page(this);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        double room = width - around.getLeft() - around.getRight();
        double natural = content.prefWidth(-1);
        boolean scrolls = width >= 0 && natural > room && !isFitToWidth();
        double height = content.prefHeight(isFitToWidth() && width >= 0 ? room : natural);
        return height + around.getTop() + around.getBottom() + (scrolls ? BAR : 0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
