package nearside.desktop.paper;

import nearside.desktop.paper.Sheets.Style;
import nearside.desktop.paper.Typeface.Placed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Pages in a PDF file, each written when it is full.
final class PdfPress implements Press {
    private final PdfFile pdf;
    private final int tree;
    private final int resources;
    private final GlyphFonts glyphs = new GlyphFonts();
    private final List<Integer> pages = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();

    PdfPress(PdfFile pdf) {
        this.pdf = pdf;
        this.tree = pdf.reserve();
        this.resources = pdf.reserve();
    }

    @Override
    public void shade(double x, double bottom, double width, double height) {
        op("%s g %s %s %s %s re f", SHADE, x, bottom, width, height);
    }

    @Override
    public void line(List<Placed> line, Style style, double x, double baseline) {
        op("%s g BT", style.grey());
        int font = -1;
        for (Placed placed : line) {
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

    @Override
    public void turn() throws IOException {
        int stream = pdf.stream(content.toString());
        pages.add(
                pdf.object(
                        "<< /Type /Page /Parent %d 0 R /Contents %d 0 R >>"
                                .formatted(tree, stream)));
        content.setLength(0);
    }

    /// Writes what all pages share; gives the number of the tree of pages.
    int end() throws IOException {
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
