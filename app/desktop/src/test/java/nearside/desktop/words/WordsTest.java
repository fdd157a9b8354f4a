package nearside.desktop.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.Locale;

final class WordsTest {
    private final Words english = Words.of(Locale.ENGLISH);

    @Test
    void everyChineseLocaleGetsChinese() {
        assertEquals("新对话", Words.of(Locale.SIMPLIFIED_CHINESE).of("history.new"));
        assertEquals("新对话", Words.of(Locale.CHINESE).of("history.new"));
    }

    @Test
    void anyOtherLocaleGetsEnglish() {
        assertEquals("New conversation", Words.of(Locale.GERMAN).of("history.new"));
    }

    @Test
    void argumentsArePutIn() {
        assertEquals("Deleted “Moon {0}”", english.of("history.deleted", "Moon {0}"));
    }

    @Test
    void oneAndManyAreToldApart() {
        Amounts amounts = new Amounts(english);
        assertEquals("no tokens", amounts.tokens(0));
        assertEquals("1 token", amounts.tokens(1));
        assertEquals("2,300 tokens", amounts.tokens(2_300));
    }

    @Test
    void bytesAreToldAsTheSystemsOwnMonitorsDo() {
        Amounts amounts = new Amounts(english);
        assertEquals("1.2 GB", amounts.bytes((long) (1.2 * (1L << 30))));
        assertEquals("412 MB", amounts.bytes(412L << 20));
        assertEquals("1 MB", amounts.bytes(1));
    }

    @Test
    void anUnknownKeyIsABug() {
        assertThrows(IllegalArgumentException.class, () -> english.of("no.such.key"));
    }
}
