package nearside.worker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;

class ControlTokensTest {
    private final ControlTokens controls =
            new ControlTokens(
                    List.of(
                            new AddedToken(1, "<a>", true),
                            new AddedToken(2, "<a><b>", true),
                            new AddedToken(3, "aa", false),
                            new AddedToken(4, "   ", false),
                            new AddedToken(5, "§", true)),
                    new SecureRandom());

    @ParameterizedTest
    @ValueSource(strings = {"<a>", "x<a><b>y", "aaa", "<<a>>", "aaaa<a><a><b>"})
    void brokenTextHoldsNoneAndBecomesWholeAgain(String text) {
        assertTrue(controls.standIn(text));
        String broken = controls.broken(text);
        assertFalse(controls.standIn(broken));
        assertEquals(text, controls.named(broken));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "<a", "a > b", "   ", "§", "\ud83d\ude00"})
    void ordinaryTextIsLeftAlone(String text) {
        assertFalse(controls.standIn(text));
        assertEquals(text, controls.broken(text));
    }

    @Test
    void theLongestTokenTakesItsName() {
        String named = controls.named("<a><b>" + controls.broken("<a>") + "<a>");
        assertEquals(controls.names().get("<a><b>") + "<a>" + controls.names().get("<a>"), named);
    }

    @Test
    void namesDifferFromEachOtherAndFromRunToRun() {
        ControlTokens others =
                new ControlTokens(List.of(new AddedToken(1, "<a>", true)), new SecureRandom());
        assertEquals(3, Set.copyOf(controls.names().values()).size());
        assertFalse(controls.names().containsValue(others.names().get("<a>")));
    }
}
