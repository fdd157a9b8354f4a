package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DraftLengthTest {
    private final RunCost cost = new RunCost();
    private final DraftLength length = new DraftLength(cost, 15);

    private void rows(double first, double more) {
        for (int i = 0; i < 40; i++) {
            cost.ran(1, 0.01);
            cost.ran(2 + i % 15, 0.01 * (first + more * (i % 15)));
        }
    }

    @Test
    void whatIsAlwaysRightIsTriedWhole() {
        rows(1.2, 0.2);
        for (int i = 0; i < 10; i++) {
            length.saw(16, 15, 15);
        }
        assertEquals(15, length.best(16));
    }

    @Test
    void whatIsMostlyWrongIsNotTried() {
        rows(1.2, 0.2);
        for (int i = 0; i < 30; i++) {
            length.saw(2, 1, 0);
        }
        assertEquals(0, length.best(2));
        assertTrue(length.best(16) > 0, "other matches keep their own score");
    }

    @Test
    void dearRowsAreNotTriedOnAGamble() {
        rows(2, 1);
        assertEquals(0, length.best(2));
        assertEquals(0, length.best(4));
    }

    @Test
    void whatWasRightAgainIsTriedAgain() {
        rows(1.2, 0.2);
        for (int i = 0; i < 30; i++) {
            length.saw(2, 1, 0);
        }
        for (int i = 0; i < 30; i++) {
            length.saw(2, 1, 1);
        }
        assertTrue(length.best(2) > 0);
    }

    /// One wrong draft after three right ones is four tries, three of them right.
    @Test
    void countsUpToTheFirstWrongOne() {
        for (int i = 0; i < 100; i++) {
            length.saw(5, 15, 3);
        }
        assertEquals(0.75, length.probability(5), 0.02);
    }
}
