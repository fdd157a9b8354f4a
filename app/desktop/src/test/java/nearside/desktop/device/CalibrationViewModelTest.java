package nearside.desktop.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.device.Calibration.Occasion;
import nearside.desktop.pace.UiThread;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

class CalibrationViewModelTest {
    private static final UiThread UI =
            new UiThread() {
                @Override
                public void later(Runnable action) {
                    action.run();
                }

                @Override
                public void nextFrame(Runnable action) {
                    action.run();
                }

                @Override
                public Runnable after(Duration delay, Runnable action) {
                    throw new UnsupportedOperationException();
                }
            };

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final AtomicInteger runs = new AtomicInteger();
    private boolean seenGoingOn;
    private Occasion asked = Occasion.UNKNOWN;

    private final CalibrationViewModel calibration =
            new CalibrationViewModel(this::run, background::add, UI);

    private int run(Occasion occasion, Runnable begins, BooleanSupplier goesOn) {
        asked = occasion;
        runs.incrementAndGet();
        begins.run();
        assertTrue(calibration.underWay().get());
        seenGoingOn = goesOn.getAsBoolean();
        return 1;
    }

    @Test
    void itMeasuresOnceAtATimeAndSaysSo() {
        calibration.begin();
        calibration.begin();
        assertEquals(1, background.size());
        background.remove().run();
        assertTrue(seenGoingOn);
        assertFalse(calibration.underWay().get());
    }

    @Test
    void aQuestionEndsItAndItIsTriedAgainLater() {
        calibration.begin();
        calibration.stop();
        background.remove().run();
        assertFalse(seenGoingOn);
        calibration.begin();
        background.remove().run();
        assertTrue(seenGoingOn);
    }

    @Test
    void aPersonHasItMeasuredAgain() {
        calibration.begin();
        background.remove().run();
        assertEquals(Occasion.UNKNOWN, asked);
        calibration.beginAnew();
        background.remove().run();
        assertEquals(Occasion.WANTED, asked);
    }

    @Test
    void whatWasSkippedIsNotBegunAgain() {
        calibration.begin();
        calibration.skip();
        background.remove().run();
        assertFalse(seenGoingOn);
        calibration.begin();
        assertEquals(0, background.size());
        assertEquals(1, runs.get());
    }

    @Test
    void whatWasSkippedIsMeasuredForWhoAsksForIt() {
        calibration.skip();
        calibration.beginAnew();
        background.remove().run();
        assertTrue(seenGoingOn);
        assertEquals(1, runs.get());
    }
}
