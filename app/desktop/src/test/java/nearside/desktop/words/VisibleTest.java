package nearside.desktop.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class VisibleTest {
    @Test
    void whatIsNotSeenIsShownByItsNumber() {
        assertEquals(
                "a⟨U+001B⟩[2Kb⟨U+000D⟩⟨U+202E⟩c⟨U+200B⟩⟨U+0007⟩⟨U+009B⟩",
                Visible.of("a\u001b[2Kb\r\u202ec\u200b\u0007\u009b"));
    }

    @Test
    void lettersOfAllScriptsLinesAndTabsStay() {
        String text = "Zürich\t北京\n👍 é";
        assertEquals(text, Visible.of(text));
    }

    @Test
    void tagsAndHalvesOfCharactersAreShownToo() {
        assertEquals("a⟨U+E0041⟩⟨U+D83D⟩", Visible.of("a\uDB40\uDC41\uD83D"));
    }

    @Test
    void ofWhatIsReadOnlyDirectionsAreShown() {
        assertEquals(
                "a⟨U+202E⟩b⟨U+2067⟩c\u200bשלום\u200f",
                Visible.ofDirections("a\u202eb\u2067c\u200bשלום\u200f"));
    }
}
