package nearside.storage.past;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

class PastTimeTest {
    @ParameterizedTest
    @CsvSource({
        "1700000000, 2023-11-14T22:13:20Z",
        "1700000000.25, 2023-11-14T22:13:20.250Z",
        "1700000000.123456, 2023-11-14T22:13:20.123456Z",
        "1700000000999, 2023-11-14T22:13:20.999Z",
        "1700000000999999, 2023-11-14T22:13:20.999999Z",
        "1700000000000000000, 2023-11-14T22:13:20Z",
        "0, 1970-01-01T00:00:00Z",
    })
    void numbersAreToldApartByTheirSize(double number, Instant time) {
        assertEquals(Optional.of(time), PastTime.of(number));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1e19, 1e300, Double.NaN, Double.POSITIVE_INFINITY})
    void numbersThatAreNoTimeAreNone(double number) {
        assertEquals(Optional.empty(), PastTime.of(number));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01T10:00:00.123456Z, 2025-03-01T10:00:00.123456Z",
        "2025-03-01T10:00:00+02:00, 2025-03-01T08:00:00Z",
        "2025-03-01T10:00:00-05:00, 2025-03-01T15:00:00Z",
        "2025-03-01T10:00:00, 2025-03-01T10:00:00Z",
        "2262-04-11T23:47:16.854775807Z, 2262-04-11T23:47:16.854775807Z",
    })
    void textsAreReadWithAndWithoutAZone(String text, Instant time) {
        assertEquals(Optional.of(time), PastTime.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2025-03-01", "9999-01-01T00:00:00Z", "-1", "T"})
    void textsThatAreNoTimeAreNone(String text) {
        assertEquals(Optional.empty(), PastTime.of(text));
    }

    @Test
    void theLastNanosecondFitsAndNoMore() {
        Instant last = Instant.ofEpochSecond(0, Long.MAX_VALUE);
        assertEquals(true, PastTime.fits(last));
        assertEquals(false, PastTime.fits(last.plusNanos(1)));
        assertEquals(false, PastTime.fits(Instant.EPOCH.minusNanos(1)));
    }
}
