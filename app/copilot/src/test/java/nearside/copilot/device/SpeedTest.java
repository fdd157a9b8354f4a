package nearside.copilot.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Usage;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class SpeedTest {
    /// A turn at these speeds, of a loaded model.
    private static Usage turn(int prompt, int cached, int reply, double read, double write) {
        Duration first = Duration.ofNanos((long) ((prompt - cached) / read * 1e9));
        Duration rest = Duration.ofNanos((long) ((reply - 1) / write * 1e9));
        return new Usage(prompt, cached, reply, Duration.ZERO, first, first.plus(rest));
    }

    private static void assertSeconds(double expected, Duration found) {
        assertEquals(expected, found.toMillis() / 1000.0, expected * 0.02);
    }

    @Test
    void nothingIsToldBeforeATurn() {
        assertEquals(Optional.empty(), Speed.UNKNOWN.of(100, 0, 100));
    }

    @Test
    void theNextTurnIsToldByTheLast() {
        Speed speed = Speed.UNKNOWN.after(turn(1_000, 0, 101, 200, 20));
        Speed.Estimate same = speed.of(1_000, 0, 100).orElseThrow();
        assertSeconds(5, same.firstWord());
        assertSeconds(10, same.lastWord());
    }

    @Test
    void whatIsCachedIsNotReadAgain() {
        Speed speed = Speed.UNKNOWN.after(turn(1_000, 0, 101, 200, 20));
        assertSeconds(0.5, speed.of(1_000, 900, 100).orElseThrow().firstWord());
    }

    @Test
    void aTurnThatReadAlmostNothingSaysNothingOfReading() {
        Speed speed = Speed.UNKNOWN.after(turn(1_000, 0, 101, 200, 20));
        assertEquals(speed.reading(), speed.after(turn(1_010, 1_000, 5, 3, 20)).reading());
    }

    @Test
    void longPromptsHaveTheirOwnSpeed() {
        Speed speed =
                Speed.UNKNOWN.after(turn(128, 0, 20, 400, 40)).after(turn(8_192, 0, 20, 100, 10));
        assertSeconds(128 / 400.0, speed.of(128, 0, 20).orElseThrow().firstWord());
        assertSeconds(8_192 / 100.0, speed.of(8_192, 0, 20).orElseThrow().firstWord());
        double between =
                1_024 / (speed.of(1_024, 0, 20).orElseThrow().firstWord().toMillis() / 1e3);
        assertTrue(between > 100 && between < 400, between + " tokens a second");
    }

    @Test
    void aDeviceThatBecameSlowerIsKnownSoonAfter() {
        Speed speed = Speed.UNKNOWN;
        for (int i = 0; i < 50; i++) {
            speed = speed.after(turn(1_000, 0, 101, 200, 20));
        }
        for (int i = 0; i < 8; i++) {
            speed = speed.after(turn(1_000, 0, 101, 50, 5));
        }
        double seconds = speed.of(1_000, 0, 100).orElseThrow().firstWord().toMillis() / 1e3;
        assertTrue(seconds > 13, seconds + " s of 20");
    }
}
