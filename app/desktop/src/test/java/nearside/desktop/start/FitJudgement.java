package nearside.desktop.start;

/// Whether what was said before a question held, by the most that was held while it was answered.
///
/// @param marginBytes what should be left to everybody else
/// @param leftBytes what was
/// @param spareBytes what more would have been left with the memory that was said to be missing:
///   below zero that was too little
record FitJudgement(Verdict verdict, long marginBytes, long leftBytes, long spareBytes) {
    private static final long GIB = 1L << 30;

    /// The step in which footprints are kept.
    static final long SCATTER = 4L << 20;

    enum Verdict {
        FITS,
        REFUSED,
        FALSE_FIT,
        FALSE_REFUSAL
    }

    static FitJudgement of(FitRun.Outcome outcome) {
        long limit = outcome.limitBytes();
        long margin = Math.max(GIB, limit / 10);
        long left = limit - outcome.peakBytes();
        boolean wouldDo = outcome.isAnswered() && left >= margin;
        boolean said = outcome.said().replyTokens() > 0;
        Verdict verdict =
                said
                        ? wouldDo ? Verdict.FITS : Verdict.FALSE_FIT
                        : wouldDo ? Verdict.FALSE_REFUSAL : Verdict.REFUSED;
        return new FitJudgement(
                verdict, margin, left, left + outcome.said().missingBytes() - margin);
    }

    /// Whether what was said to be missing was all that was, but for what the same run differs by
    /// from one time to the next.
    boolean wasEnough(FitRun.Outcome outcome) {
        return outcome.isAnswered() && spareBytes >= -SCATTER;
    }
}
