package nearside.desktop.chat;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

import nearside.desktop.pace.UiThread;

import java.util.Optional;

/// Keeps the end in sight while it is in sight. Who reads further up is left alone: the scroll pane
/// itself keeps the page still when it grows, and so would lose the end as well.
final class Follow {
    private static final double NEAR = 24;

    private final ScrollPane scroll;
    private final Region content;
    private boolean atEnd = true;
    private boolean growing;
    private boolean settling;
    private boolean held;
    private Optional<Node> target = Optional.empty();

    Follow(ScrollPane scroll, Region content) {
        this.scroll = scroll;
        this.content = content;
        content.heightProperty().addListener((_, _, _) -> grown());
        scroll.viewportBoundsProperty().addListener((_, _, _) -> grown());
        scroll.vvalueProperty().addListener((_, _, _) -> moved());
    }

    /// Shows the end and stays there.
    void toEnd() {
        atEnd = true;
        target = Optional.empty();
        grown();
    }

    /// The same where all of the content is another one: a pane whose content became lower scrolls
    /// by itself, and nobody did.
    void toEnd(UiThread frames) {
        toEnd();
        held = true;
        frames.nextFrame(() -> {
            if (held) {
                held = false;
                toEnd();
            }
        });
    }

    /// Shows one of the children of the content, until a person scrolls.
    void to(Node child) {
        atEnd = false;
        target = Optional.of(child);
        held = false;
        grown();
    }

    /// Told before the scroll pane moves its value, which is then put right in the same frame.
    private void grown() {
        if (!growing) {
            growing = true;
            Platform.runLater(this::settled);
        }
    }

    private void settled() {
        growing = false;
        settling = true;
        if (atEnd) {
            scroll.setVvalue(1);
        } else {
            target.ifPresent(this::show);
        }
        settling = false;
    }

    private void show(Node child) {
        double top = child.getBoundsInParent().getMinY() - NEAR;
        scroll.setVvalue(hidden() == 0 ? 1 : Math.clamp(top / hidden(), 0, 1));
    }

    private void moved() {
        if (!growing && !settling && !held) {
            target = Optional.empty();
            atEnd = hidden() * (1 - scroll.getVvalue()) < NEAR;
        } else if (atEnd && scroll.getVvalue() != 1) {
            scroll.setVvalue(1);
        }
    }

    private double hidden() {
        Bounds viewport = scroll.getViewportBounds();
        return Math.max(0, content.getHeight() - viewport.getHeight());
    }
}
