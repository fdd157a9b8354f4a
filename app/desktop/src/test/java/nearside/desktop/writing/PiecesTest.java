package nearside.desktop.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class PiecesTest {
    @Test
    void onlyWhatIsReadFromTheRightIsCutAtItsWords() {
        assertEquals(List.of("The moon turns. "), Pieces.of("The moon turns. "));
        assertEquals(List.of("הירח  ", "turns\n", "סביב"), Pieces.of("הירח  turns\nסביב"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "שלום", "  שלום  \n\n עולם ", "سلام 12, (ok)!\t"})
    void nothingIsLost(String text) {
        assertEquals(text, String.join("", Pieces.of(text)));
    }

    @Test
    void aWordWithoutAnEndIsCutToo() {
        List<String> pieces = Pieces.of("ש".repeat(100));
        assertEquals(5, pieces.size());
        assertTrue(pieces.stream().allMatch(piece -> piece.length() <= 24));
    }

    @Test
    void itTurnsWhereAnyLetterDoes() {
        assertTrue(Pieces.turns("see مرحبا"));
        assertTrue(Pieces.turns("a\u202eb"));
        assertFalse(Pieces.turns("潮汐, 12 tides"));
    }
}
