package nearside.desktop.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// One page that is drawn on paper, in points from its upper left corner.
public final class DrawnPage {
    public static final double WIDTH = Press.WIDTH;
    public static final double HEIGHT = Press.HEIGHT;

    private final List<Mark> marks;

    DrawnPage(List<Mark> marks) {
        this.marks = List.copyOf(marks);
    }

    /// What stands on it.
    sealed interface Mark {
        /// A light ground.
        record Shade(Rectangle2D place) implements Mark {}

        /// A letter.
        ///
        /// @param scale from thousandths of its size to points
        record Glyph(Ink ink, double x, double y, double scale, double grey) implements Mark {}
    }

    public void draw(Graphics2D on) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Shade(Rectangle2D place) -> {
                    on.setColor(grey(Press.SHADE));
                    on.fill(place);
                }
                case Mark.Glyph glyph -> draw(glyph, on);
            }
        }
    }

    private static void draw(Mark.Glyph glyph, Graphics2D on) {
        AffineTransform place = AffineTransform.getTranslateInstance(glyph.x(), glyph.y());
        place.scale(glyph.scale(), glyph.scale());
        on.setColor(grey(glyph.grey()));
        on.fill(place.createTransformedShape(glyph.ink().outline()));
    }

    private static Color grey(double light) {
        return new Color((float) light, (float) light, (float) light);
    }
}
