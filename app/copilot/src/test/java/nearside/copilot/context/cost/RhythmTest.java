package nearside.copilot.context.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class RhythmTest {
    @Test
    void aTurnMoreCountsAsMuchAsEachBefore() {
        Rhythm rhythm =
                Rhythm.NONE
                        .after(Duration.ofSeconds(10), 100, 30)
                        .after(Duration.ofSeconds(20), 200, 0)
                        .after(Duration.ofMinutes(9), 600, 0);
        assertEquals(
                new Rhythm(
                        List.of(
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(20),
                                Duration.ofMinutes(9)),
                        300,
                        10),
                rhythm);
    }
}
