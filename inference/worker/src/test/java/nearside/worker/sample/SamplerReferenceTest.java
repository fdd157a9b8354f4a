package nearside.worker.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Penalties;
import nearside.engine.Sampling;
import nearside.engine.Truncation;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// The sampler against a naive one, over random logits, histories and settings.
class SamplerReferenceTest {
    private static final int WORDS = 60;
    private static final int TOKENS = 25;

    private static Sampling anySampling(SplittableRandom random) {
        Truncation truncation =
                new Truncation(
                        random.nextBoolean() ? 0 : 1 + random.nextInt(WORDS + 10),
                        random.nextBoolean() ? 1 : random.nextDouble(0.05, 1),
                        random.nextBoolean() ? 0 : random.nextDouble(0.3));
        Penalties penalties =
                new Penalties(
                        random.nextBoolean() ? 1 : random.nextDouble(0.5, 2),
                        random.nextBoolean() ? 0 : random.nextDouble(-2, 2),
                        random.nextBoolean() ? 0 : random.nextDouble(-2, 2));
        return Sampling.GREEDY
                .withTemperature(random.nextDouble(0.1, 2))
                .with(truncation)
                .with(penalties)
                .withLogitBias(
                        Map.of(random.nextInt(WORDS), random.nextDouble(-100, 5), WORDS + 3, 7.0))
                .withSeed(random.nextLong());
    }

    private static float[] anyLogits(SplittableRandom random) {
        float[] logits = new float[WORDS];
        for (int id = 0; id < WORDS; id++) {
            logits[id] = (float) random.nextDouble(-6, 6);
        }
        return logits;
    }

    private static Sampler sampler(Sampling sampling) {
        return new Sampler(sampling, Optional.empty());
    }

    @Test
    void drawsTheTokenThatTheReferenceDrawsWithTheSameRandomNumber() {
        for (int round = 0; round < 800; round++) {
            SplittableRandom random = new SplittableRandom(round);
            Sampling sampling = anySampling(random);
            Sampler sampler = sampler(sampling);
            ReferenceSampler reference = new ReferenceSampler(sampling);
            SplittableRandom draws = new SplittableRandom(sampling.seed().orElseThrow());
            for (int i = 0; i < TOKENS; i++) {
                float[] logits = anyLogits(random);
                int expected = drawn(reference.probabilities(logits), draws.nextDouble());
                assertEquals(expected, sampler.next(logits), "round " + round + " " + sampling);
                reference.wrote(expected);
            }
        }
    }

    /// The likeliest tokens share the numbers from 0 on.
    private static int drawn(double[] probabilities, double number) {
        double left = number;
        for (int id : ReferenceSampler.falling(probabilities)) {
            left -= probabilities[id];
            if (left < 0) {
                return id;
            }
        }
        throw new AssertionError("probabilities below 1");
    }

    @Test
    void atTemperatureZeroItIsTheLargestLogitOfTheReference() {
        for (int round = 0; round < 800; round++) {
            SplittableRandom random = new SplittableRandom(round);
            Sampling sampling = anySampling(random).withTemperature(0);
            Sampler sampler = sampler(sampling);
            ReferenceSampler reference = new ReferenceSampler(sampling);
            for (int i = 0; i < TOKENS; i++) {
                float[] logits = anyLogits(random);
                int expected = ReferenceSampler.falling(reference.penalised(logits)).getFirst();
                assertEquals(expected, sampler.next(logits), "round " + round + " " + sampling);
                reference.wrote(expected);
            }
        }
    }

    /// With k cells and no difference, chi-square is about k, and beyond k + 5 sqrt(2 k) + 10 about
    /// never.
    @Test
    void manyDrawsFollowTheReferencesDistribution() {
        int draws = 20_000;
        for (int round = 0; round < 20; round++) {
            SplittableRandom random = new SplittableRandom(round);
            Sampling sampling = anySampling(random).with(Penalties.NONE);
            float[] logits = anyLogits(random);
            double[] expected = new ReferenceSampler(sampling).probabilities(logits);
            Sampler sampler = sampler(sampling);
            int[] counts = new int[WORDS];
            for (int i = 0; i < draws; i++) {
                counts[sampler.next(logits.clone())]++;
            }
            check(expected, counts, draws, round);
        }
    }

    private static void check(double[] expected, int[] counts, int draws, int round) {
        double chiSquare = 0;
        int cells = 0;
        double rareShare = 0;
        int rare = 0;
        for (int id = 0; id < WORDS; id++) {
            double mean = expected[id] * draws;
            assertTrue(mean > 0 || counts[id] == 0, "round " + round + ": drew what was cut off");
            if (mean < 5) {
                rareShare += mean;
                rare += counts[id];
            } else {
                chiSquare += (counts[id] - mean) * (counts[id] - mean) / mean;
                cells++;
            }
        }
        if (rareShare > 5) {
            chiSquare += (rare - rareShare) * (rare - rareShare) / rareShare;
            cells++;
        }
        double most = cells + 5 * Math.sqrt(2.0 * cells) + 10;
        assertTrue(chiSquare < most, "round " + round + ": " + chiSquare + " > " + most);
    }
}
