package nearside.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PasteTest {
    @Test
    void thirtyTwoKibibytesFitAndOneMoreDoesNot() {
        assertTrue(new Paste("x".repeat(Paste.LIMIT)).fits(0));
        assertFalse(new Paste("x".repeat(Paste.LIMIT + 1)).fits(0));
    }

    @Test
    void whatIsThereAlreadyCounts() {
        assertFalse(new Paste("xx").fits(Paste.LIMIT - 1));
    }

    @Test
    void bytesCountAndNotCharacters() {
        assertFalse(new Paste("月".repeat(Paste.LIMIT / 2)).fits(0));
    }

    @Test
    void theSizeIsToldInKibibytes() {
        assertEquals(10_240, new Paste("x".repeat(10 << 20)).kib());
    }
}
