package nearside.worker.sample;

import java.util.Arrays;
import java.util.OptionalInt;

/// The candidates whose logits are not much below the largest, the likeliest first. Sorting all of
/// a vocabulary takes longer than a run of a small model.
final class Likeliest {
    private static final long LOW = 0xffff_ffffL;

    /// Each with its logit in the upper half and its id in the lower one, so that numbers sort as
    /// candidates do; of equals the smaller id comes first.
    private final long[] candidates;

    /// Probabilities as multiples of the largest.
    private final double[] weights;

    private final int possible;

    /// @param most the largest logit
    /// @param depth how far below the largest, after division by the temperature
    Likeliest(float[] logits, float most, double temperature, double depth) {
        double least = most - depth * temperature;
        long[] found = new long[logits.length];
        int count = 0;
        for (int id = 0; id < logits.length; id++) {
            if (logits[id] >= least) {
                found[count] = (long) ~sortable(logits[id]) << 32 | id;
                count++;
            }
        }
        Arrays.sort(found, 0, count);
        candidates = Arrays.copyOf(found, count);
        weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = Math.exp(((double) logits[id(i)] - most) / temperature);
        }
        possible = depth >= Draw.NEVER ? count : logits.length;
    }

    /// An integer that sorts as the number does.
    private static int sortable(float number) {
        int bits = Float.floatToRawIntBits(number);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    private int id(int index) {
        return (int) (candidates[index] & LOW);
    }

    int count() {
        return candidates.length;
    }

    /// How many there may be, those farther below included.
    int possible() {
        return possible;
    }

    /// What the first ones weigh together.
    double weight(int count) {
        return Arrays.stream(weights, 0, count).sum();
    }

    /// How many of the likeliest reach that weight together; all where they do not.
    int reaching(double weight) {
        double sum = 0;
        int count = 0;
        while (count < weights.length && sum < weight) {
            sum += weights[count];
            count++;
        }
        return count;
    }

    /// How many of the first ones weigh at least so much each; at least one.
    int notBelow(double weight, int count) {
        int left = count;
        while (left > 1 && weights[left - 1] < weight) {
            left--;
        }
        return left;
    }

    /// The id at a place on the line of the first weights.
    ///
    /// @param open whether others may follow, so that a place beyond the line is not known
    OptionalInt at(double place, int count, boolean open) {
        double left = place;
        for (int i = 0; i < count; i++) {
            if (left < weights[i]) {
                return OptionalInt.of(id(i));
            }
            left -= weights[i];
        }
        return open ? OptionalInt.empty() : OptionalInt.of(id(count - 1));
    }
}
