package nearside.desktop.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The glyphs of a file in fonts of its own (type 3: each glyph is drawn by its outline), 256 in
/// each, with the text they stand for, so that it can be searched and copied.
final class GlyphFonts {
    private static final int IN_A_FONT = 256;

    private final Map<Ink.Key, Integer> numbers = new HashMap<>();
    private final List<Ink> inks = new ArrayList<>();

    /// Where a glyph stands: in which font and under which code.
    record Code(int font, int code) {}

    Code code(Ink.Key key, Ink ink) {
        int number =
                numbers.computeIfAbsent(
                        key,
                        _ -> {
                            inks.add(ink);
                            return inks.size() - 1;
                        });
        return new Code(number / IN_A_FONT, number % IN_A_FONT);
    }

    /// Writes the fonts and gives the dictionary of them.
    String write(PdfFile pdf) throws IOException {
        StringBuilder dictionary = new StringBuilder("<< ");
        for (int from = 0; from < inks.size(); from += IN_A_FONT) {
            List<Ink> part = inks.subList(from, Math.min(inks.size(), from + IN_A_FONT));
            dictionary
                    .append("/F")
                    .append(from / IN_A_FONT)
                    .append(' ')
                    .append(font(pdf, part))
                    .append(" 0 R ");
        }
        return dictionary.append(">>").toString();
    }

    private static int font(PdfFile pdf, List<Ink> inks) throws IOException {
        StringBuilder procedures = new StringBuilder();
        StringBuilder names = new StringBuilder();
        StringBuilder widths = new StringBuilder();
        for (int i = 0; i < inks.size(); i++) {
            procedures.append("/g%d %d 0 R ".formatted(i, pdf.stream(inks.get(i).procedure())));
            names.append("/g").append(i).append(' ');
            widths.append(Math.round(inks.get(i).advance())).append(' ');
        }
        int unicode = pdf.stream(unicode(inks));
        return pdf.object(
                """
                << /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0]
                /FontMatrix [0.001 0 0 0.001 0 0] /Resources << >>
                /CharProcs << %s>> /Encoding << /Type /Encoding /Differences [0 %s] >>
                /FirstChar 0 /LastChar %d /Widths [%s] /ToUnicode %d 0 R >>\
                """
                        .formatted(procedures, names, inks.size() - 1, widths, unicode));
    }

    private static String unicode(List<Ink> inks) {
        StringBuilder map =
                new StringBuilder(
                        """
                        /CIDInit /ProcSet findresource begin
                        12 dict begin
                        begincmap
                        /CMapName /Nearside def
                        /CMapType 2 def
                        1 begincodespacerange
                        <00> <FF>
                        endcodespacerange
                        """);
        // At most a hundred in a block.
        for (int from = 0; from < inks.size(); from += 100) {
            int to = Math.min(inks.size(), from + 100);
            map.append(to - from).append(" beginbfchar\n");
            for (int i = from; i < to; i++) {
                map.append(
                        String.format(
                                Locale.ROOT,
                                "<%02X> <%s>\n",
                                i,
                                PdfFile.utf16(inks.get(i).text())));
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }
}
