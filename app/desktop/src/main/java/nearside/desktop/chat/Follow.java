package nearside.desktop.chat;

import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Keeps the end in sight while it is in sight, and the page still while a person reads further up.
final class Follow {
    private static final double NEAR = 24;

    private final ScrollPane scroll;
    private final Region content;
    private boolean atEnd = true;

    Follow(ScrollPane scroll, Region content) {
        this.scroll = scroll;
        this.content = content;
        content.heightProperty().addListener((_, before, _) -> grown(before.doubleValue()));
        scroll.vvalueProperty().addListener((_, _, _) -> moved());
    }

    /// Shows the end and stays there.
    void toEnd() {
        atEnd = true;
        scroll.setVvalue(1);
    }

    private void moved() {
        atEnd = hidden(content.getHeight()) * (1 - scroll.getVvalue()) < NEAR;
    }

    private void grown(double before) {
        if (atEnd) {
            scroll.setVvalue(1);
        } else {
            double hidden = hidden(content.getHeight());
            double offset = scroll.getVvalue() * hidden(before);
            scroll.setVvalue(hidden == 0 ? 0 : Math.min(1, offset / hidden));
        }
    }

    private double hidden(double height) {
        Bounds viewport = scroll.getViewportBounds();
        return Math.max(0, height - viewport.getHeight());
    }
}
