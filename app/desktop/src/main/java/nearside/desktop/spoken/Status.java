package nearside.desktop.spoken;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A line that nobody sees and a screen reader is told of: it stands outside of what is shown. The
/// systems of Windows and macOS hear of it; JavaFX tells no reader anything on Linux.
public final class Status extends Region {
    private static final double OUTSIDE = -10;

    public Status() {
        setId("status");
        setAccessibleRole(AccessibleRole.TEXT);
        setManaged(false);
        setMouseTransparent(true);
        resizeRelocate(OUTSIDE, OUTSIDE, 1, 1);
    }

    /// Says this when the reader is done with what it is at.
    public void say(String text) {
        setAccessibleText(text);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
