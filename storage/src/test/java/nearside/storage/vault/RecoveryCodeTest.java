package nearside.storage.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;
import java.util.Optional;

class RecoveryCodeTest {
    private final RecoveryCode code = RecoveryCode.random();

    private void assertReads(String typed) {
        assertEquals(Optional.of(code.key()), RecoveryCode.read(typed).map(RecoveryCode::key));
    }

    @Test
    void isReadHoweverItIsTyped() {
        assertTrue(code.shown().matches("([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}"));
        assertReads(code.shown());
        assertReads(code.shown().toLowerCase(Locale.ROOT).replace("-", ""));
        assertReads("  " + code.shown().replace('-', ' ') + "\n");
        assertReads(code.shown().replace('-', '–'));
        assertReads(code.shown().replace('0', 'O').replace('1', 'l'));
    }

    @Test
    void noTwoAreAlike() {
        assertFalse(code.shown().equals(RecoveryCode.random().shown()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000-0000", "UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU"})
    void whatIsNoCodeIsNotRead(String typed) {
        assertFalse(RecoveryCode.read(typed).isPresent());
    }

    @Test
    void isNotToldByAccident() {
        assertEquals("a recovery code", code.toString());
    }
}
