package nearside.worker.sample;

import nearside.engine.Sampling;
import nearside.engine.Truncation;

import java.util.Arrays;
import java.util.SplittableRandom;

/// The draw as it is usually written: all of the vocabulary is sorted for each token.
final class SortingSampler {
    private final Sampling sampling;
    private final SplittableRandom random;

    /// @param sampling with a temperature and a seed, without penalties
    SortingSampler(Sampling sampling) {
        this.sampling = sampling;
        this.random = new SplittableRandom(sampling.seed().orElseThrow());
    }

    int next(float[] logits) {
        int[] ids = falling(logits);
        double[] weights = new double[ids.length];
        for (int i = 0; i < ids.length; i++) {
            double below = (double) logits[ids[i]] - logits[ids[0]];
            weights[i] = Math.exp(below / sampling.temperature());
        }
        int count = kept(weights);
        double left = random.nextDouble() * sum(weights, count);
        int place = 0;
        while (place < count - 1 && left >= weights[place]) {
            left -= weights[place];
            place++;
        }
        return ids[place];
    }

    /// All ids, the likeliest first. Sorted as numbers of 64 bits, which is faster than by a
    /// comparator.
    private static int[] falling(float[] logits) {
        long[] keys = new long[logits.length];
        for (int id = 0; id < logits.length; id++) {
            int bits = Float.floatToRawIntBits(logits[id]);
            keys[id] = (long) ~(bits ^ (bits >> 31 & Integer.MAX_VALUE)) << 32 | id;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private int kept(double[] weights) {
        Truncation truncation = sampling.truncation();
        int most = truncation.topK() == 0 ? weights.length : truncation.topK();
        double wanted = truncation.topP() * sum(weights, most);
        int count = 0;
        for (double sum = 0; count < most && sum < wanted; count++) {
            sum += weights[count];
        }
        while (count > 1 && weights[count - 1] < truncation.minP()) {
            count--;
        }
        return count;
    }

    private static double sum(double[] weights, int count) {
        return Arrays.stream(weights, 0, count).sum();
    }
}
