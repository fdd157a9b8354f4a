package nearside.worker.sample;

import nearside.engine.Truncation;

import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/// Draws a token: logits / temperature, the k largest of them, softmax, the fewest that reach
/// probability p (the nucleus of Holtzman et al., 2019), those not below min-p of the largest
/// (Nguyen et al., 2024), and one random number for the draw among these. The order is that of the
/// logits warpers in Hugging Face's `generate`.
final class Draw {
    /// So far below the largest, after division by the temperature, a token is never drawn: e^-30
    /// is one in ten million millions.
    static final double NEVER = 30;

    /// What is drawn lies hardly ever farther below: e^-8 is one in three thousand.
    private static final double USUALLY = 8;

    /// Where that is not enough: few words stand out, and all others together are thousands, which
    /// need not be sorted to find the k largest.
    private static final double DEEPER = 1.5;

    private final double temperature;
    private final Truncation truncation;
    private final RandomGenerator random;

    Draw(double temperature, Truncation truncation, RandomGenerator random) {
        this.temperature = temperature;
        this.truncation = truncation;
        this.random = random;
    }

    int from(float[] logits) {
        float most = logits[Logits.largest(logits)];
        double at = random.nextDouble();
        double total = truncation.topK() == 0 ? total(logits, most) : 0;
        for (double depth = USUALLY; depth < NEVER; depth *= DEEPER) {
            OptionalInt drawn = from(likeliest(logits, most, depth), total, at);
            if (drawn.isPresent()) {
                return drawn.getAsInt();
            }
        }
        return from(likeliest(logits, most, NEVER), total, at).orElseThrow();
    }

    private Likeliest likeliest(float[] logits, float most, double depth) {
        return new Likeliest(logits, most, temperature, depth);
    }

    private double total(float[] logits, float most) {
        double total = 0;
        for (float logit : logits) {
            double below = ((double) logit - most) / temperature;
            total += below >= -NEVER ? Math.exp(below) : 0;
        }
        return total;
    }

    /// Empty where less likely candidates are needed to tell.
    ///
    /// @param total weight of all that could be drawn; zero where the k largest are all
    /// @param at from 0 to 1
    private OptionalInt from(Likeliest likeliest, double total, double at) {
        int most = truncation.topK() == 0 ? Integer.MAX_VALUE : truncation.topK();
        boolean open = likeliest.count() < Math.min(most, likeliest.possible());
        if (open && truncation.topK() > 0) {
            return OptionalInt.empty();
        }
        int all = Math.min(most, likeliest.count());
        double weight = total == 0 ? likeliest.weight(all) : total;
        int nucleus = truncation.topP() == 1 ? all : likeliest.reaching(truncation.topP() * weight);
        open = open && nucleus == all;
        int count = likeliest.notBelow(truncation.minP(), nucleus);
        open = open && count == nucleus;
        if (open && (truncation.topP() < 1 || truncation.minP() > 0)) {
            return OptionalInt.empty();
        }
        return likeliest.at(at * (open ? weight : likeliest.weight(count)), count, open);
    }
}
