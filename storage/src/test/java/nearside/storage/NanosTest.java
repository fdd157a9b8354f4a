package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class NanosTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "2026-01-02T03:04:05.123456789Z",
                "2262-04-11T23:47:16.854775807Z"
            })
    void aTimeComesBackToTheNanosecond(String time) {
        assertEquals(Instant.parse(time), Nanos.instant(Nanos.of(Instant.parse(time))));
    }

    @Test
    void aTimeThatDoesNotFitIsRefusedNotBent() {
        assertThrows(ArithmeticException.class, () -> Nanos.of(Instant.MAX));
    }
}
