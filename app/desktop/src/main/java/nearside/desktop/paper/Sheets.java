package nearside.desktop.paper;

import nearside.desktop.paper.Typeface.Placed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Pages of A4 that are filled from the top, each written when it is full.
final class Sheets {
    private static final double WIDTH = 595;
    private static final double HEIGHT = 842;
    private static final double MARGIN = 56;
    private static final double PADDING = 6;

    private final PdfFile pdf;
    private final Fonts fonts;
    private final int tree;
    private final int resources;
    private final GlyphFonts glyphs = new GlyphFonts();
    private final List<Integer> pages = new ArrayList<>();
    private final Set<Integer> missing = new TreeSet<>();
    private final StringBuilder content = new StringBuilder();
    private double y = HEIGHT - MARGIN;

    Sheets(PdfFile pdf, Fonts fonts) {
        this.pdf = pdf;
        this.fonts = fonts;
        this.tree = pdf.reserve();
        this.resources = pdf.reserve();
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
        double width = (WIDTH - 2 * MARGIN - 2 * inset) / style.size() * 1000;
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
            op("0.94 g %s %s %s %s re f", MARGIN, bottom, WIDTH - 2 * MARGIN, style.leading());
        }
        draw(line, style, x, y);
    }

    private void draw(String line, Style style, double x, double baseline) {
        line.codePoints().filter(c -> !style.face().shows(c)).forEach(missing::add);
        op("%s g BT", style.grey());
        int font = -1;
        for (Placed placed : Line.set(line, style.face())) {
            GlyphFonts.Code code = glyphs.code(placed.key(), placed.ink());
            if (code.font() != font) {
                font = code.font();
                op("/F" + font + " %s Tf", style.size());
            }
            double scale = style.size() / 1000;
            op("1 0 0 1 %s %s Tm", x + placed.x() * scale, baseline + placed.y() * scale);
            content.append(String.format(Locale.ROOT, "<%02X> Tj\n", code.code()));
        }
        op("ET");
    }

    private void op(String pattern, Object... numbers) {
        Object[] rounded = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            double number = ((Number) numbers[i]).doubleValue();
            rounded[i] = Double.toString(Math.round(number * 100) / 100.0);
        }
        content.append(String.format(Locale.ROOT, pattern, rounded)).append('\n');
    }

    /// Characters that no font had, each once.
    int missing() {
        return missing.size();
    }

    private void turn() throws IOException {
        Style small = new Style(fonts.text(), 8, 10, 0.4, Ground.PAPER);
        String number = Integer.toString(pages.size() + 1);
        draw(number, small, WIDTH / 2 - 2, MARGIN / 2);
        int stream = pdf.stream(content.toString());
        pages.add(
                pdf.object(
                        "<< /Type /Page /Parent %d 0 R /Contents %d 0 R >>"
                                .formatted(tree, stream)));
        content.setLength(0);
        y = HEIGHT - MARGIN;
    }

    /// Writes the last page and what all of them share; gives the number of the tree of pages.
    int end() throws IOException {
        turn();
        pdf.object(resources, "<< /Font " + glyphs.write(pdf) + " >>");
        StringBuilder kids = new StringBuilder();
        pages.forEach(page -> kids.append(page).append(" 0 R "));
        pdf.object(
                tree,
                "<< /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 595 842] /Resources %d 0 R >>"
                        .formatted(kids, pages.size(), resources));
        return tree;
    }
}
