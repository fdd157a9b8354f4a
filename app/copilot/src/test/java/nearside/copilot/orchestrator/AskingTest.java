package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.TokenIds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class AskingTest {
    private final Asking asking = new Asking(More.MAY_ASK);
    private final StringBuilder told = new StringBuilder();
    private int tokens;

    /// A token for each letter.
    private void write(String text) {
        text.chars()
                .forEach(letter ->
                        asking.add(String.valueOf((char) letter), TokenIds.of(letter))
                                .ifPresent(this::tell));
    }

    private void tell(Asking.Piece piece) {
        told.append(piece.text());
        tokens += piece.ids().count();
    }

    @Test
    void aWishIsNotTold() {
        write(" Need: the name of the boat\n");
        assertTrue(asking.isComplete());
        assertEquals(Optional.of("the name of the boat"), asking.need());
        assertEquals("", told.toString());
    }

    @Test
    void aWishEndsWithItsLine() {
        write("need: the boat");
        assertFalse(asking.isComplete());
        assertEquals(Optional.of("the boat"), asking.need());
        write("\nThe boat");
        assertEquals(Optional.of("the boat"), asking.need());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Needless to say, it is so",
                "needed: nothing",
                "It is in need: of paint",
                "\n\nThe boat",
                "n",
                "need:",
                "need: ",
                "need: \n\nHello",
                ""
            })
    void whatIsNoWishIsToldToTheLetter(String text) {
        write(text);
        assertEquals(Optional.empty(), asking.need());
        assertFalse(asking.isComplete());
        tell(asking.rest());
        assertEquals(text, told.toString());
        assertEquals(text.length(), tokens);
    }

    @Test
    void whatGoesOnForLongIsNoWish() {
        write("need: " + "a".repeat(400));
        assertEquals(Optional.empty(), asking.need());
        tell(asking.rest());
        assertEquals(406, told.length());
    }

    @Test
    void whoMayNotAskAnswers() {
        Asking no = new Asking(More.NO);
        assertEquals(
                "need: x", no.add("need: x", TokenIds.of(1)).map(Asking.Piece::text).orElseThrow());
        assertEquals(Optional.empty(), no.need());
    }
}
