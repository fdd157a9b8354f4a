package nearside.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.local.Pulse.Sign;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PulseTest {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Pulse pulse = new Pulse();

    private void begun() {
        pulse.beat();
    }

    private void nothing(int looks, Sign sign) {
        for (int look = 0; look < looks; look++) {
            pulse.nothing(LOOK, sign);
        }
    }

    @Test
    void twoSecondsInWhichItCouldHaveRunAreDeath() {
        begun();
        nothing(7, Sign.IDLE);
        assertFalse(pulse.isDead(), "1.75 s");
        nothing(1, Sign.IDLE);
        assertTrue(pulse.isDead(), "2 s");
        assertEquals(Duration.ofSeconds(2), pulse.silence());
    }

    @Test
    void aBeatInBetweenBeginsAgain() {
        begun();
        nothing(7, Sign.IDLE);
        pulse.beat();
        nothing(7, Sign.IDLE);
        assertFalse(pulse.isDead());
    }

    @Test
    void lateBeatsOfABusyWorkerAreNoDeath() {
        begun();
        nothing(100, Sign.BUSY);
        assertFalse(pulse.isDead(), "25 s of work without a word");
    }

    @Test
    void timeThatItWorkedDoesNotCountAsIdle() {
        begun();
        nothing(7, Sign.IDLE);
        nothing(50, Sign.BUSY);
        assertFalse(pulse.isDead());
        nothing(1, Sign.IDLE);
        assertTrue(pulse.isDead());
    }

    @Test
    void aWorkerThatSpinsForeverIsEndedToo() {
        begun();
        nothing(119, Sign.BUSY);
        assertFalse(pulse.isDead(), "29.75 s");
        nothing(1, Sign.BUSY);
        assertTrue(pulse.isDead(), "30 s");
    }

    @Test
    void beforeItsFirstWordItHasSixTimesAsLong() {
        nothing(47, Sign.IDLE);
        assertFalse(pulse.isDead(), "11.75 s");
        nothing(1, Sign.IDLE);
        assertTrue(pulse.isDead(), "12 s");
    }
}
