package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.copilot.fit.FitLabel.State;
import nearside.desktop.start.FitJudgement.Verdict;

import org.junit.jupiter.api.Test;

class FitJudgementTest {
    private static final long GIB = 1L << 30;

    private static void expect(Verdict verdict, int reply, long peak, String told) {
        assertEquals(verdict, judged(reply, 0, peak, told).verdict());
    }

    private static FitJudgement judged(int reply, long missing, long peak, String told) {
        State state = reply > 0 ? State.RUNS_WELL : State.DOES_NOT_FIT;
        FitTry.Said said = new FitTry.Said(state, 3 * GIB, GIB, GIB, missing, reply);
        return FitJudgement.of(new FitRun.Outcome(said, 3 * GIB, peak, told));
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
    }

    @Test
    void whatIsSaidComesThroughThePipe() {
        FitTry.Said said = new FitTry.Said(State.TIGHT, 1, 2, 3, 4, 5);
        assertEquals(said, FitTry.Said.parse(said.line()));
    }
}
