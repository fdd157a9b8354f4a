package nearside.desktop.markdown;

import javafx.geometry.Point2D;
import javafx.scene.Node;

/// A piece of a message in which characters can be pointed at.
interface Leaf {
    Node node();

    /// Its characters as they are shown; something that is none counts as one.
    String text();

    /// These characters as they are copied.
    String copied(int from, int to);

    /// What stands between it and the next one when both are copied.
    String behind();

    /// The place between characters that is nearest.
    int at(Point2D scene);

    /// Shows these characters as selected.
    void mark(int from, int to);

    /// Shows where these words stand in it, whatever their case; nothing for none.
    void find(String words);
}
