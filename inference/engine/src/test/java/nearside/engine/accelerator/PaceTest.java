package nearside.engine.accelerator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PaceTest {
    private static final Pace CPU = new Pace(7, 10, Duration.ofSeconds(3));

    private static Pace pace(int token, double speed) {
        return new Pace(token, speed, Duration.ofSeconds(1));
    }

    @Test
    void clearlyFasterIsFaster() {
        assertEquals(new Verdict.Faster(11.5, 10), pace(7, 11.5).against(CPU));
    }

    @Test
    void hardlyFasterIsNotWorthIt() {
        assertEquals(new Verdict.Slower(10.5, 10), pace(7, 10.5).against(CPU));
        assertEquals(new Verdict.Slower(0, 10), pace(7, 0).against(CPU));
    }

    @Test
    void anotherTokenCountsBeforeAnySpeed() {
        assertEquals(new Verdict.OtherToken(8, 7), pace(8, 500).against(CPU));
    }
}
