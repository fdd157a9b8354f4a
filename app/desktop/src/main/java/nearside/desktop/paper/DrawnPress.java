package nearside.desktop.paper;

import nearside.desktop.paper.DrawnPage.Mark;
import nearside.desktop.paper.Sheets.Style;
import nearside.desktop.paper.Typeface.Placed;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Pages that are kept to be drawn as often as a printer asks for them.
final class DrawnPress implements Press {
    private final Map<Ink.Key, Ink> inks = new HashMap<>();
    private final List<DrawnPage> pages = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    @Override
    public void shade(double x, double bottom, double width, double height) {
        double top = HEIGHT - bottom - height;
        marks.add(new Mark.Shade(new Rectangle2D.Double(x, top, width, height)));
    }

    /// Each outline is kept once, or a long conversation would hold millions.
    @Override
    public void line(List<Placed> line, Style style, double x, double baseline) {
        double scale = style.size() / 1000;
        for (Placed placed : line) {
            Ink ink = inks.computeIfAbsent(placed.key(), _ -> placed.ink());
            marks.add(
                    new Mark.Glyph(
                            ink,
                            x + placed.x() * scale,
                            HEIGHT - baseline - placed.y() * scale,
                            scale,
                            style.grey()));
        }
    }

    @Override
    public void turn() {
        pages.add(new DrawnPage(marks));
        marks.clear();
    }

    List<DrawnPage> pages() {
        return List.copyOf(pages);
    }
}
