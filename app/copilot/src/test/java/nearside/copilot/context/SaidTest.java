package nearside.copilot.context;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SaidTest {
    private static final String SENTENCE =
            "The boiler in the cellar was changed on the fifth of May.";

    private final Said said = new Said();

    @Test
    void theSameWordsAreSaidOnce() {
        assertTrue(said.isNew(SENTENCE));
        assertFalse(said.isNew("  " + SENTENCE + "\n"));
        assertTrue(said.isNew(SENTENCE.replace("May", "June")), "a value counts");
        assertTrue(said.isNew(SENTENCE.replace("fifth", "6th")));
    }

    @Test
    void shortTextsAreSaidAsOftenAsTheyStand() {
        assertTrue(said.isNew("Yes, do it."));
        assertTrue(said.isNew("Yes, do it."));
    }

    /// Two stay, so that it is seen that there were several.
    @Test
    void linesOfALogThatDifferInNumbersAloneAreAlike() {
        String line = "2026-01-01 10:00:0%d ERROR disk 0x7f%d full on node %d of the cluster";
        assertTrue(said.isNew(line.formatted(1, 1, 1)));
        assertTrue(said.isNew(line.formatted(2, 2, 2)));
        assertFalse(said.isNew(line.formatted(3, 3, 3)));
        assertTrue(said.isNew(line.formatted(3, 3, 3).replace("full", "broken")));
    }

    @Test
    void dataInLettersIsNoLanguage() {
        assertTrue(Said.isBlob("data:image/png;base64," + "iVBORw0KGgo+/A9".repeat(20) + "=="));
        assertFalse(Said.isBlob(SENTENCE.repeat(20)));
        assertFalse(Said.isBlob("北京大学".repeat(100)));
        assertFalse(Said.isBlob("key = " + "a1".repeat(100) + "; " + SENTENCE.repeat(5)));
    }
}
