package nearside.worker.decode;

import java.util.Arrays;

/// How many drafts are worth a try: as many as promise the most tokens in the time that their run
/// costs, and none where single steps promise more.
///
/// A draft is right with a probability that depends on how long the match was, counted from what
/// became of earlier ones. With probability p each, k drafts bring 1 + p + p² + … + pᵏ tokens.
final class DraftLength {
    /// Single steps are certain; a gamble must promise a little more.
    private static final double WORTH_IT = 1.03;

    /// Matches of 2, 3, 4 … 7, 8 … 15 and more tokens: what is believed of each at first, and how
    /// many tries that belief weighs.
    private static final double[] BELIEF = {0.4, 0.5, 0.65, 0.8, 0.9};

    private static final double BELIEF_WEIGHT = 4;
    private static final double FORGET = 0.9;

    private final RunCost cost;
    private final int most;
    private final double[] right = new double[BELIEF.length];
    private final double[] tried = new double[BELIEF.length];

    DraftLength(RunCost cost, int most) {
        this.cost = cost;
        this.most = most;
        Arrays.setAll(right, i -> BELIEF[i] * BELIEF_WEIGHT);
        Arrays.fill(tried, BELIEF_WEIGHT);
    }

    private static int kind(int matched) {
        return matched < 4 ? Math.max(0, matched - 2) : matched < 8 ? 2 : matched < 16 ? 3 : 4;
    }

    double probability(int matched) {
        return right[kind(matched)] / tried[kind(matched)];
    }

    /// The best number of drafts after a match; zero for a single step.
    int best(int matched) {
        double chance = probability(matched);
        double tokens = 1;
        double power = 1;
        int best = 0;
        double highest = WORTH_IT;
        for (int drafts = 1; drafts <= most; drafts++) {
            power *= chance;
            tokens += power;
            double gain = tokens / cost.of(1 + drafts);
            if (gain > highest) {
                highest = gain;
                best = drafts;
            }
        }
        return best;
    }

    /// What became of the drafts after a match.
    ///
    /// @param accepted of `drafts` tokens, from the first on
    void saw(int matched, int drafts, int accepted) {
        int kind = kind(matched);
        int tries = Math.min(drafts, accepted + 1);
        double keep = Math.pow(FORGET, tries);
        right[kind] = keep * right[kind] + accepted;
        tried[kind] = keep * tried[kind] + tries;
    }
}
