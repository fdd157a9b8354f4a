package nearside.worker.sample;

import nearside.engine.Truncation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Draws a token: logits / temperature, the k largest of them, softmax, the fewest that reach
/// probability p (the nucleus of Holtzman et al., 2019), those not below min-p of the largest
/// (Nguyen et al., 2024), and one random number for the draw among these. The order is that of the
/// logits warpers in Hugging Face's `generate`.
final class Draw {
    /// So far below the largest, after division by the temperature, a token is never drawn: e^-30
    /// is one in ten million millions.
    private static final double NEVER = 30;

    private static final long LOW = 0xffff_ffffL;

    private final double temperature;
    private final Truncation truncation;
    private final RandomGenerator random;

    Draw(double temperature, Truncation truncation, RandomGenerator random) {
        this.temperature = temperature;
        this.truncation = truncation;
        this.random = random;
    }

    int from(float[] logits) {
        long[] likeliest = likeliestFirst(logits);
        double[] weights = weights(likeliest, logits);
        int count = nucleus(weights);
        while (weights[count - 1] < truncation.minP()) {
            count--;
        }
        return id(likeliest[drawn(weights, count)]);
    }

    /// At most k candidates, each with its logit in the upper half and its id in the lower one, so
    /// that numbers sort as candidates do; of equals the smaller id comes first.
    private long[] likeliestFirst(float[] logits) {
        double least = logits[Logits.largest(logits)] - NEVER * temperature;
        long[] candidates = new long[logits.length];
        int count = 0;
        for (int id = 0; id < logits.length; id++) {
            if (logits[id] >= least) {
                candidates[count] = (long) ~sortable(logits[id]) << 32 | id;
                count++;
            }
        }
        Arrays.sort(candidates, 0, count);
        int k = truncation.topK() == 0 ? count : Math.min(count, truncation.topK());
        return Arrays.copyOf(candidates, k);
    }

    /// An integer that sorts as the number does.
    private static int sortable(float number) {
        int bits = Float.floatToRawIntBits(number);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    private static int id(long candidate) {
        return (int) (candidate & LOW);
    }

    /// Probabilities as multiples of the largest.
    private double[] weights(long[] likeliest, float[] logits) {
        double most = logits[id(likeliest[0])];
        double[] weights = new double[likeliest.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp((logits[id(likeliest[i])] - most) / temperature);
        }
        return weights;
    }

    private int nucleus(double[] weights) {
        if (truncation.topP() == 1) {
            return weights.length;
        }
        double enough = truncation.topP() * Arrays.stream(weights).sum();
        double sum = 0;
        int count = 0;
        while (count < weights.length && sum < enough) {
            sum += weights[count];
            count++;
        }
        return count;
    }

    private int drawn(double[] weights, int count) {
        double at = random.nextDouble() * Arrays.stream(weights, 0, count).sum();
        int chosen = 0;
        while (chosen < count - 1 && at >= weights[chosen]) {
            at -= weights[chosen];
            chosen++;
        }
        return chosen;
    }
}
