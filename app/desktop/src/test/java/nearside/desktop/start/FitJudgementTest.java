package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.start.FitJudgement.Verdict;

import org.junit.jupiter.api.Test;

class FitJudgementTest {
    private static final long GIB = 1L << 30;

    private static void expect(Verdict verdict, int reply, long peak, String told) {
        FitTry.Said said = new FitTry.Said(3 * GIB, GIB, GIB, reply);
        FitRun.Outcome outcome = new FitRun.Outcome(said, 3 * GIB, peak, told);
        assertEquals(verdict, FitJudgement.of(outcome).verdict());
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
}
