package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.fit.FitLabel.State;
import nearside.desktop.start.FitJudgement.Verdict;

import org.junit.jupiter.api.Test;

class FitJudgementTest {
    private static final long GIB = 1L << 30;

    private static void expect(Verdict verdict, int reply, long peak, String told) {
        assertEquals(verdict, judged(reply, 0, peak, told).verdict());
    }

    private static FitRun.Outcome outcome(int reply, long missing, long peak, String told) {
        State state = reply > 0 ? State.RUNS_WELL : State.DOES_NOT_FIT;
        FitTry.Said said = new FitTry.Said(state, 3 * GIB, GIB, GIB, missing, reply);
        return new FitRun.Outcome(said, 3 * GIB, peak, told);
    }

    private static FitJudgement judged(int reply, long missing, long peak, String told) {
        return FitJudgement.of(outcome(reply, missing, peak, told));
    }

    private static boolean wasEnough(long peak, String told) {
        FitRun.Outcome outcome = outcome(0, GIB, peak, told);
        return FitJudgement.of(outcome).wasEnough(outcome);
    }

    @Test
    void peakDecides() {
        expect(Verdict.FITS, 8, 2 * GIB, "answered 1 1 -");
        expect(Verdict.FALSE_FIT, 8, 2 * GIB + 1, "answered 1 1 -");
        expect(Verdict.FALSE_REFUSAL, 0, 2 * GIB, "answered 1 1 -");
        expect(Verdict.REFUSED, 0, 2 * GIB + 1, "answered 1 1 -");
    }

    @Test
    void whatIsNotAnsweredDoesNotFit() {
        expect(Verdict.FALSE_FIT, 8, GIB, "failed x");
        expect(Verdict.REFUSED, 0, GIB, "failed x");
    }

    @Test
    void whatWasSaidToBeMissingIsWeighedToo() {
        assertEquals(0, judged(0, GIB, 3 * GIB, "answered 1 1 -").spareBytes());
        assertEquals(-1, judged(0, GIB, 3 * GIB + 1, "answered 1 1 -").spareBytes());
        assertTrue(wasEnough(3 * GIB + FitJudgement.SCATTER, "answered 1 1 -"));
        assertFalse(wasEnough(3 * GIB + FitJudgement.SCATTER + 1, "answered 1 1 -"));
        assertFalse(wasEnough(GIB, "failed x"));
    }

    @Test
    void whatIsSaidComesThroughThePipe() {
        FitTry.Said said = new FitTry.Said(State.TIGHT, 1, 2, 3, 4, 5);
        assertEquals(said, FitTry.Said.parse(said.line()));
    }
}
