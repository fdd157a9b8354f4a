package nearside.desktop.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.paper.Typeface.Placed;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

class LineTest {
    private static final double TEN = 10;

    private static Typeface mono;

    @BeforeAll
    static void openFonts() throws IOException {
        mono = Fonts.open().code();
    }

    private static List<String> broken(String text) {
        return Line.broken(text, mono, TEN * mono.widthOrBox('x') + 1);
    }

    @Test
    void linesEndBetweenWords() {
        assertEquals(List.of("one two", "three four"), broken("one two three four"));
        assertEquals(List.of("one two", "three"), broken("one two    three"));
        assertEquals(List.of(""), broken(""));
    }

    @Test
    void aWordWiderThanALineIsBrokenInside() {
        assertEquals(List.of("abcdefghij", "klmnopqrst", "uv"), broken("abcdefghijklmnopqrstuv"));
        assertEquals(List.of("a", "bcdefghijk", "lm n"), broken("a bcdefghijklm n"));
    }

    /// Each line once read anew from the beginning of its paragraph, this took hours.
    @Test
    void aLongParagraphIsBrokenInOnePass() {
        assertEquals(
                Collections.nCopies(50_000, "one two"),
                broken("one two   ".repeat(50_000).strip()));
    }

    @Test
    void indentationStays() {
        assertEquals(List.of("    x = 1"), broken("    x = 1"));
    }

    @Test
    void nothingIsLostByBreaking() {
        String text = "The quick brown fox\u00A0jumps\u2014over 12,000 lazy dogs";
        assertEquals(text.replace(" ", ""), String.join("", broken(text)).replace(" ", ""));
    }

    @Test
    void glyphsStandFromLeftToRight() {
        List<Placed> set = Line.set("ab", mono);
        assertEquals(List.of("a", "b"), set.stream().map(glyph -> glyph.ink().text()).toList());
        assertEquals(mono.widthOrBox('a'), set.getLast().x(), 1);
    }

    @Test
    void whatIsReadFromRightToLeftStandsSo() {
        List<Placed> set = Line.set("x \u05D0\u05D1", mono);
        assertEquals(
                List.of("x", " ", "\u05D1", "\u05D0"),
                set.stream().map(glyph -> glyph.ink().text()).toList());
        for (int i = 1; i < set.size(); i++) {
            assertTrue(set.get(i).x() > set.get(i - 1).x());
        }
    }

    @Test
    void aGlyphStandsForAllItsCharacters() {
        List<Placed> set = Line.set("xe\u0301y", mono);
        assertEquals(
                "xe\u0301y",
                String.join("", set.stream().map(glyph -> glyph.ink().text()).toList()));
    }

    @Test
    void aBoxStandsBetweenItsNeighbours() {
        List<Placed> set = Line.set("a\uE000b", mono);
        assertEquals(3, set.size());
        assertTrue(set.get(1).x() < set.get(2).x());
    }
}
