package nearside.cloud.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "' 17 ',17",
        "'Sun, 29 Nov 2026 08:01:40 GMT',100",
        "'Sun, 29 Nov 2026 07:00:00 GMT',0",
        "-5,0",
        "soon,0",
        "'',0",
        "99999999999999999999,0"
    })
    void secondsAndDatesAreRead(String value, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), RetryAfter.of(value, NOW));
    }
}
