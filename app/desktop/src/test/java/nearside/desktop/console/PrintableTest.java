package nearside.desktop.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PrintableTest {
    @Test
    void whatWouldActOnATerminalIsShownByItsNumber() {
        assertEquals(
                "a<U+001B>[2Kb<U+000D><U+202E>c<U+200B><U+0007><U+009B>",
                Printable.of("a\u001b[2Kb\r\u202ec\u200b\u0007\u009b"));
    }

    @Test
    void lettersOfAllScriptsLinesAndTabsStay() {
        String text = "Zürich\t北京\n👍 é";
        assertEquals(text, Printable.of(text));
    }
}
