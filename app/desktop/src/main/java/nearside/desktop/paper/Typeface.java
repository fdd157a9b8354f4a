package nearside.desktop.paper;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The fonts of this device under one name, as the system falls back from one to the next. Measures
/// are thousandths of the size.
final class Typeface {
    private static final int INVISIBLE = 0xFFFE;
    private static final int BOX_WIDTH = 600;

    private final Font font;
    private final FontRenderContext exact =
            new FontRenderContext(new AffineTransform(), true, true);
    private final Map<Integer, Double> widths = new HashMap<>();

    Typeface(String name, int style) {
        font = new Font(name, style, 1000);
    }

    /// A glyph in a line.
    record Placed(Ink.Key key, Ink ink, double x, double y) {}

    /// Whether a font has it; what nobody ever sees counts as had.
    boolean shows(int c) {
        return width(c) >= 0;
    }

    private double width(int c) {
        return widths.computeIfAbsent(c, this::measured);
    }

    /// How wide it is, with a box in its place where no font has it.
    double widthOrBox(int c) {
        return shows(c) ? width(c) : BOX_WIDTH;
    }

    private double measured(int c) {
        int type = Character.getType(c);
        if (type == Character.FORMAT || type == Character.NON_SPACING_MARK) {
            return 0;
        }
        if (type == Character.CONTROL || !font.canDisplay(c)) {
            return -1;
        }
        GlyphVector glyph = font.createGlyphVector(exact, Character.toString(c));
        boolean blank = Character.isSpaceChar(c);
        // A font of coloured pictures has a glyph and no outline.
        return blank || !glyph.getOutline().getBounds2D().isEmpty()
                ? glyph.getGlyphMetrics(0).getAdvanceX()
                : -1;
    }

    /// Sets text of one direction, which has only characters that a font shows, from `x` on.
    List<Placed> set(String text, Direction direction, double x) {
        char[] characters = text.toCharArray();
        int flags =
                switch (direction) {
                    case LEFT_TO_RIGHT -> Font.LAYOUT_LEFT_TO_RIGHT;
                    case RIGHT_TO_LEFT -> Font.LAYOUT_RIGHT_TO_LEFT;
                };
        GlyphVector glyphs = font.layoutGlyphVector(exact, characters, 0, characters.length, flags);
        NavigableSet<Integer> starts = starts(glyphs);
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            if (visible(glyphs, i)) {
                int start = glyphs.getGlyphCharIndex(i);
                Integer end = starts.higher(start);
                String stands = text.substring(start, end == null ? text.length() : end);
                placed.add(glyph(glyphs, i, stands, x));
            }
        }
        return placed;
    }

    /// The way a run of text goes.
    enum Direction {
        LEFT_TO_RIGHT,
        RIGHT_TO_LEFT
    }

    private Placed glyph(GlyphVector glyphs, int i, String text, double x) {
        Point2D at = glyphs.getGlyphPosition(i);
        Shape outline =
                AffineTransform.getTranslateInstance(-at.getX(), -at.getY())
                        .createTransformedShape(glyphs.getGlyphOutline(i));
        return new Placed(
                new Ink.Key(key(), glyphs.getGlyphCode(i)),
                new Ink(outline, glyphs.getGlyphMetrics(i).getAdvanceX(), text),
                x + at.getX(),
                -at.getY());
    }

    /// Where the characters of each glyph that can be seen begin. What is joined to one has no
    /// place of its own.
    private static NavigableSet<Integer> starts(GlyphVector glyphs) {
        return IntStream.range(0, glyphs.getNumGlyphs())
                .filter(i -> visible(glyphs, i))
                .mapToObj(glyphs::getGlyphCharIndex)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean visible(GlyphVector glyphs, int i) {
        return (glyphs.getGlyphCode(i) & 0xFFFF) < INVISIBLE;
    }

    private String key() {
        return font.getName() + " " + font.getStyle();
    }

    /// A box with the number of a character that no font has.
    Placed box(int c, double x) {
        Path2D box = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        box.append(new Rectangle2D.Double(40, -740, 520, 800), false);
        box.append(new Rectangle2D.Double(70, -710, 460, 740), false);
        String number = String.format(Locale.ROOT, "%04X", c);
        int half = (number.length() + 1) / 2;
        digits(number.substring(0, half), -400).ifPresent(it -> box.append(it, false));
        digits(number.substring(half), -30).ifPresent(it -> box.append(it, false));
        return new Placed(
                new Ink.Key(key(), -1 - c), new Ink(box, BOX_WIDTH, Character.toString(c)), x, 0);
    }

    private Optional<Shape> digits(String digits, int y) {
        Shape outline = font.createGlyphVector(exact, digits).getOutline();
        Rectangle2D bounds = outline.getBounds2D();
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        double scale = Math.min(400 / bounds.getWidth(), 280 / bounds.getHeight());
        AffineTransform place = AffineTransform.getTranslateInstance(100, y);
        place.scale(scale, scale);
        place.translate(-bounds.getX(), -bounds.getMaxY());
        return Optional.of(place.createTransformedShape(outline));
    }
}
