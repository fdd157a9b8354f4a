package nearside.desktop.paper;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/// Pages of A4 that are filled from the top.
final class Sheets {
    private static final double MARGIN = 56;
    private static final double PADDING = 6;

    private final Press press;
    private final Fonts fonts;
    private final Set<Integer> missing = new TreeSet<>();
    private int page = 1;
    private double y = Press.HEIGHT - MARGIN;

    Sheets(Press press, Fonts fonts) {
        this.press = press;
        this.fonts = fonts;
    }

    /// How text is set.
    ///
    /// @param size in points, as all measures of a page
    /// @param grey 0 is black
    record Style(Typeface face, double size, double leading, double grey, Ground ground) {}

    /// What stands behind a text.
    enum Ground {
        PAPER,
        SHADE
    }

    void gap(double height) {
        y -= height;
    }

    void text(String text, Style style) throws IOException {
        double inset = style.ground() == Ground.SHADE ? PADDING : 0;
        double width = (Press.WIDTH - 2 * MARGIN - 2 * inset) / style.size() * 1000;
        for (String paragraph : text.split("\r\n|[\n\r\u2028\u2029]", -1)) {
            String plain = paragraph.replace("\t", "    ");
            for (String line : Line.broken(plain, style.face(), width)) {
                line(line, style, MARGIN + inset);
            }
        }
    }

    private void line(String line, Style style, double x) throws IOException {
        if (y - style.leading() < MARGIN) {
            turn();
        }
        y -= style.leading();
        if (style.ground() == Ground.SHADE) {
            double bottom = y - style.leading() * 0.3;
            press.shade(MARGIN, bottom, Press.WIDTH - 2 * MARGIN, style.leading());
        }
        draw(line, style, x, y);
    }

    private void draw(String line, Style style, double x, double baseline) {
        line.codePoints().filter(c -> !style.face().shows(c)).forEach(missing::add);
        press.line(Line.set(line, style.face()), style, x, baseline);
    }

    /// Characters that no font had, each once.
    int missing() {
        return missing.size();
    }

    private void turn() throws IOException {
        Style small = new Style(fonts.text(), 8, 10, 0.4, Ground.PAPER);
        draw(Integer.toString(page), small, Press.WIDTH / 2 - 2, MARGIN / 2);
        press.turn();
        page++;
        y = Press.HEIGHT - MARGIN;
    }

    /// Ends the last page.
    void end() throws IOException {
        turn();
    }
}
