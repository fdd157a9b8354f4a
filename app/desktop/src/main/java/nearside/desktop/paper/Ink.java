package nearside.desktop.paper;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/// One glyph as a PDF draws it: an outline in thousandths of its size, and the text it stands for.
///
/// @param advance how far the next one stands
record Ink(Shape outline, double advance, String text) {
    private static final AffineTransform UPWARDS = AffineTransform.getScaleInstance(1, -1);

    /// What tells glyphs apart: the face, and its number in the face.
    record Key(String face, int number) {}

    /// The operators that draw it. Paths of fonts have up to two control points; PDF knows only
    /// cubic curves.
    String procedure() {
        Rectangle2D box = outline.getBounds2D();
        StringBuilder path = new StringBuilder();
        add(path, "d1", advance, 0, box.getMinX(), -box.getMaxY(), box.getMaxX(), -box.getMinY());
        double[] at = new double[6];
        double[] last = new double[2];
        PathIterator steps = outline.getPathIterator(UPWARDS);
        for (; !steps.isDone(); steps.next()) {
            step(path, steps.currentSegment(at), at, last);
        }
        path.append(steps.getWindingRule() == PathIterator.WIND_EVEN_ODD ? "f*" : "f");
        return path.toString();
    }

    private static void step(StringBuilder path, int kind, double[] at, double[] last) {
        switch (kind) {
            case PathIterator.SEG_MOVETO -> add(path, "m", move(last, at[0], at[1]));
            case PathIterator.SEG_LINETO -> add(path, "l", move(last, at[0], at[1]));
            case PathIterator.SEG_QUADTO -> {
                double x = last[0];
                double y = last[1];
                move(last, at[2], at[3]);
                add(
                        path,
                        "c",
                        x + (at[0] - x) * 2 / 3,
                        y + (at[1] - y) * 2 / 3,
                        at[2] + (at[0] - at[2]) * 2 / 3,
                        at[3] + (at[1] - at[3]) * 2 / 3,
                        at[2],
                        at[3]);
            }
            case PathIterator.SEG_CUBICTO -> {
                move(last, at[4], at[5]);
                add(path, "c", at);
            }
            case PathIterator.SEG_CLOSE -> path.append("h\n");
            default -> throw new IllegalArgumentException("no such step: " + kind);
        }
    }

    private static double[] move(double[] last, double x, double y) {
        last[0] = x;
        last[1] = y;
        return last;
    }

    private static void add(StringBuilder path, String operator, double... numbers) {
        for (double number : numbers) {
            path.append(Math.round(number)).append(' ');
        }
        path.append(operator.toLowerCase(Locale.ROOT)).append('\n');
    }
}
