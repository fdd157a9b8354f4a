package nearside.desktop.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class CallTest {
    @Test
    void aLineMeansWhatWasCalled() {
        for (Call call :
                List.of(
                        new Call.Raise(),
                        new Call.Quick(),
                        new Call.Open("nearside:conversation/a/message/b"),
                        new Call.Open("/home/李/R.json"))) {
            assertEquals(Optional.of(call), Call.of(call.line()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "RR", "O", "O ", "Raise"})
    void anotherLineIsNone(String line) {
        assertEquals(Optional.empty(), Call.of(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nQ"})
    void whatIsOpenedStandsOnOneLine(String what) {
        assertThrows(IllegalArgumentException.class, () -> new Call.Open(what));
    }

    @Test
    void whatIsTooLongIsNone() {
        assertEquals(Optional.empty(), Call.of("O" + "a".repeat(Call.LONGEST)));
        assertThrows(
                IllegalArgumentException.class, () -> new Call.Open("a".repeat(Call.LONGEST + 1)));
    }
}
