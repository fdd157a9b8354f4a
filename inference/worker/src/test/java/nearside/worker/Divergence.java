package nearside.worker;

/// How far the predictions of one model are from those of another, summed over tokens.
final class Divergence {
    /// Words less likely than this by their logarithm count for nothing: all together they are not
    /// one in a million.
    private static final double SMALLEST = -25;

    private double surprise;
    private double divergence;
    private int same;
    private int tokens;

    /// Takes in one token.
    ///
    /// @param exact logits of the model that is compared with
    /// @param other logits of this one
    /// @param next the token that really follows
    void add(float[] exact, float[] other, int next) {
        double exactSum = logSum(exact);
        double otherSum = logSum(other);
        double kl = 0;
        for (int i = 0; i < exact.length; i++) {
            double logP = exact[i] - exactSum;
            if (logP > SMALLEST) {
                kl += Math.exp(logP) * (logP - (other[i] - otherSum));
            }
        }
        divergence += kl;
        surprise += otherSum - other[next];
        same += largest(exact) == largest(other) ? 1 : 0;
        tokens++;
    }

    private static double logSum(float[] logits) {
        double largest = logits[largest(logits)];
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - largest);
        }
        return largest + Math.log(sum);
    }

    private static int largest(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return best;
    }

    int tokens() {
        return tokens;
    }

    /// Mean surprise by the token that really followed, in nats: the logarithm of perplexity.
    double surprise() {
        return surprise / tokens;
    }

    /// Mean Kullback-Leibler divergence from the exact model, in nats.
    double divergence() {
        return divergence / tokens;
    }

    /// Share of tokens with the same likeliest next one.
    double sameChoice() {
        return (double) same / tokens;
    }
}
