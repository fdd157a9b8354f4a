package nearside.desktop.paper;

import nearside.desktop.paper.Typeface.Direction;
import nearside.desktop.paper.Typeface.Placed;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Lines of a text: where they are broken, and how the runs of a line stand beside each other.
final class Line {
    private Line() {}

    /// Breaks a paragraph between words, and inside one that is wider than a line.
    ///
    /// @param width in thousandths of the size
    static List<String> broken(String paragraph, Typeface face, double width) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(paragraph);
        List<String> lines = new ArrayList<>();
        int start = 0;
        int good = 0;
        int boundary = 0; // asked for each place, a long paragraph would be read anew at each
        double used = 0;
        for (int at = 0; at < paragraph.length(); ) {
            int c = paragraph.codePointAt(at);
            used += face.widthOrBox(c);
            if (used > width && at > start && !Character.isWhitespace(c)) {
                int end = good > start ? good : at;
                lines.add(paragraph.substring(start, end).stripTrailing());
                start = end;
                at = end;
                used = 0;
            } else {
                at += Character.charCount(c);
                while (boundary < at) {
                    boundary = breaks.next();
                }
                good = boundary == at ? at : good;
            }
        }
        lines.add(paragraph.substring(start).stripTrailing());
        return lines;
    }

    /// The glyphs of a line from left to right, whichever way its parts are read.
    static List<Placed> set(String line, Typeface face) {
        if (line.isEmpty()) {
            return List.of();
        }
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        Integer[] order = new Integer[runs];
        for (int i = 0; i < runs; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            order[i] = i;
        }
        Bidi.reorderVisually(levels, 0, order, 0, runs);
        List<Placed> placed = new ArrayList<>();
        double x = 0;
        for (int run : order) {
            String text = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            Direction direction =
                    bidi.getRunLevel(run) % 2 == 0
                            ? Direction.LEFT_TO_RIGHT
                            : Direction.RIGHT_TO_LEFT;
            x = run(text, direction, face, x, placed);
        }
        return placed;
    }

    /// Stretches that fonts show, with boxes between them.
    private static double run(
            String text, Direction direction, Typeface face, double from, List<Placed> placed) {
        List<String> stretches = stretches(text, face);
        double x = from;
        for (String stretch :
                direction == Direction.LEFT_TO_RIGHT ? stretches : stretches.reversed()) {
            List<Placed> set =
                    face.shows(stretch.codePointAt(0))
                            ? face.set(stretch, direction, x)
                            : List.of(face.box(stretch.codePointAt(0), x));
            placed.addAll(set);
            for (Placed glyph : set) {
                x = Math.max(x, glyph.x() + glyph.ink().advance());
            }
        }
        return x;
    }

    private static List<String> stretches(String text, Typeface face) {
        List<String> stretches = new ArrayList<>();
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    if (face.shows(c)) {
                        shown.appendCodePoint(c);
                    } else {
                        flush(shown, stretches);
                        stretches.add(Character.toString(c));
                    }
                });
        flush(shown, stretches);
        return stretches;
    }

    private static void flush(StringBuilder shown, List<String> stretches) {
        if (!shown.isEmpty()) {
            stretches.add(shown.toString());
            shown.setLength(0);
        }
    }
}
