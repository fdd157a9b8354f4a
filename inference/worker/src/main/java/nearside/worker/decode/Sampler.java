package nearside.worker.decode;

import nearside.engine.Sampling;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Chooses the next token from the logits.
///
/// Temperature 0 takes the largest logit, the first of equals. Otherwise: logits / temperature, the
/// k largest of them, softmax, the fewest that reach probability p (the nucleus of Holtzman et al.,
/// 2019), and one draw among these.
final class Sampler {
    /// Below this share of the largest, a token is never drawn: e^-20, two in a thousand millions.
    private static final double NEVER = Math.exp(-20);

    private final Sampling sampling;
    private final RandomGenerator random;

    private record Candidate(int id, double weight) {}

    Sampler(Sampling sampling) {
        this.sampling = sampling;
        this.random =
                sampling.seed().isPresent()
                        ? new SplittableRandom(sampling.seed().getAsLong())
                        : new SplittableRandom();
    }

    int next(float[] logits) {
        return sampling.temperature() == 0 ? largest(logits) : draw(likeliest(logits));
    }

    private static int largest(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    /// The candidates with the largest weights, at most k, least likely first.
    private PriorityQueue<Candidate> likeliest(float[] logits) {
        int k = sampling.topK() == 0 ? Integer.MAX_VALUE : sampling.topK();
        float most = logits[largest(logits)];
        PriorityQueue<Candidate> kept = new PriorityQueue<>(Sampler::leastLikelyFirst);
        for (int i = 0; i < logits.length; i++) {
            double weight = Math.exp((logits[i] - most) / sampling.temperature());
            if (weight > NEVER) {
                kept.add(new Candidate(i, weight));
            }
            if (kept.size() > k) {
                kept.remove();
            }
        }
        return kept;
    }

    private static int leastLikelyFirst(Candidate one, Candidate other) {
        int order = Double.compare(one.weight(), other.weight());
        return order != 0 ? order : Integer.compare(other.id(), one.id());
    }

    /// Drops the least likely as long as the others reach p, then draws one of those.
    private int draw(PriorityQueue<Candidate> candidates) {
        double all = candidates.stream().mapToDouble(Candidate::weight).sum();
        double left = all;
        while (candidates.size() > 1
                && left - candidates.element().weight() >= sampling.topP() * all) {
            left -= candidates.remove().weight();
        }
        double at = random.nextDouble() * left;
        Candidate chosen = candidates.remove();
        while (at >= chosen.weight() && !candidates.isEmpty()) {
            at -= chosen.weight();
            chosen = candidates.remove();
        }
        return chosen.id();
    }
}
