package nearside.desktop.theme;

import javafx.geometry.NodeOrientation;

import nearside.storage.Appearance;

import java.awt.ComponentOrientation;
import java.util.Locale;

/// What a window wears: what a person chose, and the system's where they left it to that.
///
/// @param side where lines begin
public record Dress(Shade shade, TextSize text, Motion motion, NodeOrientation side) {
    /// The dress for that choice now.
    public static Dress of(Appearance chosen, Locale language) {
        SystemLook system = SystemLook.now();
        return new Dress(
                Shade.of(ThemeChoice.of(chosen.theme()), system),
                new TextSize(chosen.textPercent()),
                Motion.of(chosen.motion(), system),
                side(language));
    }

    /// The usual one in that shade.
    public static Dress of(Shade shade) {
        return new Dress(shade, TextSize.USUAL, Motion.USUAL, NodeOrientation.LEFT_TO_RIGHT);
    }

    static NodeOrientation side(Locale language) {
        return ComponentOrientation.getOrientation(language).isLeftToRight()
                ? NodeOrientation.LEFT_TO_RIGHT
                : NodeOrientation.RIGHT_TO_LEFT;
    }
}
