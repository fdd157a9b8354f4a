package nearside.desktop.paper;

import nearside.desktop.paper.Sheets.Style;
import nearside.desktop.paper.Typeface.Placed;

import java.io.IOException;
import java.util.List;

/// What pages are put on: a file, or paper that is drawn on. Measures are points from the lower
/// left corner of a page.
interface Press {
    double WIDTH = 595;
    double HEIGHT = 842;

    /// How light the ground is that stands behind code; 1 is white.
    double SHADE = 0.94;

    void shade(double x, double bottom, double width, double height);

    void line(List<Placed> glyphs, Style style, double x, double baseline);

    /// The page is full.
    void turn() throws IOException;
}
