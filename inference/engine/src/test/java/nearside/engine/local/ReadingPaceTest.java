package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class ReadingPaceTest {
    private final ReadingPace pace = new ReadingPace();

    @Test
    void fiveHundredTokensASecondAreAssumedUntilSomethingWasSeen() {
        assertEquals(Duration.ofSeconds(2), pace.expected(1000));
        pace.saw(63, Duration.ofSeconds(63));
        pace.saw(1000, Duration.ZERO);
        assertEquals(Duration.ofSeconds(2), pace.expected(1000), "too little was seen");
    }

    @Test
    void theLastThatWasSeenCounts() {
        pace.saw(640, Duration.ofSeconds(1));
        pace.saw(64, Duration.ofSeconds(2));
        assertEquals(Duration.ofMillis(31_250), pace.expected(1000));
    }
}
