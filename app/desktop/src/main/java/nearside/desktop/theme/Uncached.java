package nearside.desktop.theme;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/// Pages that change while they are looked at.
///
/// JavaFX keeps a picture of the page of each scroll pane, to move it when it is scrolled. Where
/// words come all the time it draws the whole page into that picture for each of them, and keeps
/// the pictures of every size that the page has had: 440 MiB after twenty seconds of an answer.
public final class Uncached {
    private Uncached() {}

    /// Only what changed is drawn from now on.
    public static void page(ScrollPane pane) {
        pane.skinProperty().subscribe(skin -> uncache(pane, skin));
    }

    private static void uncache(ScrollPane pane, Skin<?> skin) {
        if (skin != null) {
            pane.lookup(".viewport").setCache(false);
        }
    }
}
