package nearside.desktop.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.control.IndexRange;

import org.junit.jupiter.api.Test;

final class WordAtTest {
    private static final String TEXT = "One moon.\nTwo suns";

    @Test
    void aWordEndsAtItsBorders() {
        assertEquals(new IndexRange(4, 8), WordAt.word(TEXT, 5));
        assertEquals(new IndexRange(14, 18), WordAt.word(TEXT, TEXT.length()));
    }

    @Test
    void aParagraphEndsAtTheLineBreak() {
        assertEquals(new IndexRange(0, 9), WordAt.paragraph(TEXT, 3));
        assertEquals(new IndexRange(10, 18), WordAt.paragraph(TEXT, 12));
    }

    @Test
    void anEmptyTextHasAnEmptyWord() {
        assertEquals(new IndexRange(0, 0), WordAt.word("", 0));
        assertEquals(new IndexRange(0, 0), WordAt.paragraph("", 0));
    }
}
