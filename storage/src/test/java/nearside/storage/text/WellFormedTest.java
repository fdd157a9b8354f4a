package nearside.storage.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class WellFormedTest {
    @Test
    void wholeTextIsGivenBackAsItIs() {
        String text = "a\u0000é天😀\uFEFF\uFFFD";

        assertSame(text, WellFormed.of(text));
    }

    @Test
    void eachLoneHalfBecomesOneReplacement() {
        assertEquals("\uFFFDa\uFFFDb\uFFFD", WellFormed.of("\uDE00a\uD83Db\uD83D"));
        assertEquals("\uFFFD\uFFFD", WellFormed.of("\uDE00\uD83D"));
    }

    @Test
    void wholeCharactersBesideAHalfStay() {
        assertEquals("😀\uFFFD😀", WellFormed.of("😀\uD83D😀"));
    }
}
