package nearside.desktop.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class BeginningTest {
    @Test
    void aShortTextIsOneLine() {
        assertEquals("one two", Beginning.of(" one\n\n two ", 7));
    }

    @Test
    void aLongOneEndsWithASignAndNoCharacterIsCutInTwo() {
        assertEquals("one…", Beginning.of("one two", 3));
        assertEquals("👍👍…", Beginning.of("👍👍👍", 2));
    }
}
