package nearside.storage.keystore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.keystore.KeyStoreTrouble.Kind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlibErrorTest {
    @ParameterizedTest
    @CsvSource({
        "g-dbus-error-quark, 2, ABSENT",
        "g-dbus-error-quark, 3, ABSENT",
        "g-dbus-error-quark, 4, BROKEN",
        "secret-error, 2, LOCKED",
        "secret-error, 1, BROKEN",
        "g-io-error-quark, 2, BROKEN",
        "g-io-error-quark, 19, BROKEN"
    })
    void eachErrorHasItsKind(String domain, int code, Kind kind) {
        KeyStoreTrouble trouble = new GlibError(domain, code).trouble();
        assertEquals(kind, trouble.kind());
        assertEquals(code, trouble.code());
    }
}
