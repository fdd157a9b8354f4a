package nearside.storage.keystore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.keystore.KeyStoreTrouble.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OsStatusTest {
    @ParameterizedTest
    @CsvSource({
        "-25291, ABSENT",
        "-25307, ABSENT",
        "-128, LOCKED",
        "-25293, LOCKED",
        "-25308, LOCKED",
        "-25315, LOCKED",
        "-25299, BROKEN",
        "-25300, BROKEN",
        "-50, BROKEN",
        "-34018, BROKEN"
    })
    void eachStatusHasItsKind(int code, Kind kind) {
        KeyStoreTrouble trouble =
                assertThrows(KeyStoreTrouble.class, () -> new OsStatus(code).check());
        assertEquals(kind, trouble.kind());
        assertEquals(code, trouble.code());
    }

    @Test
    void zeroIsNoTrouble() throws KeyStoreTrouble {
        new OsStatus(0).check();
        assertFalse(new OsStatus(0).isNotFound() || new OsStatus(0).isDuplicate());
    }

    @Test
    void twoOfThemAreExpected() {
        assertTrue(new OsStatus(-25300).isNotFound());
        assertTrue(new OsStatus(-25299).isDuplicate());
    }
}
