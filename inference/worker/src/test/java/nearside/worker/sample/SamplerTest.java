package nearside.worker.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.Sampling;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

class SamplerTest {
    private static final int DRAWS = 200_000;

    /// Logits whose softmax is .5, .3, .15, .05.
    private static final float[] LOGITS = {log(.5), log(.3), log(.15), log(.05)};

    private static final Sampling PLAIN = Sampling.GREEDY.withTemperature(1).withSeed(1);

    private static float log(double probability) {
        return (float) Math.log(probability);
    }

    private static Sampler sampler(Sampling sampling) {
        return new Sampler(sampling, Optional.empty());
    }

    private static double[] shares(Sampling sampling) {
        Sampler sampler = sampler(sampling);
        int[] counts = new int[LOGITS.length];
        for (int i = 0; i < DRAWS; i++) {
            counts[sampler.next(LOGITS.clone())]++;
        }
        return Arrays.stream(counts).mapToDouble(count -> (double) count / DRAWS).toArray();
    }

    /// Four standard deviations of a share of one half.
    private static final double NOISE = 4 * 0.5 / Math.sqrt(DRAWS);

    @Test
    void drawsFollowTheSoftmax() {
        assertArrayEquals(new double[] {.5, .3, .15, .05}, shares(PLAIN), NOISE);
    }

    @Test
    void lowTemperatureSharpens() {
        // squares of the probabilities, scaled to one
        assertArrayEquals(
                new double[] {.25 / .365, .09 / .365, .0225 / .365, .0025 / .365},
                shares(PLAIN.withTemperature(.5)),
                NOISE);
    }

    @Test
    void topKKeepsTheKLikeliest() {
        assertArrayEquals(new double[] {.625, .375, 0, 0}, shares(PLAIN.withTopK(2)), NOISE);
    }

    @Test
    void topPKeepsTheFewestThatReachIt() {
        assertArrayEquals(new double[] {.625, .375, 0, 0}, shares(PLAIN.withTopP(.75)), NOISE);
        assertArrayEquals(new double[] {1, 0, 0, 0}, shares(PLAIN.withTopP(.45)), 0);
    }

    @Test
    void topPIsAShareOfWhatTopKLeft() {
        assertArrayEquals(new double[] {1, 0, 0, 0}, shares(PLAIN.withTopK(2).withTopP(.6)), 0);
    }

    @Test
    void minPKeepsThoseNotFarBelowTheLikeliest() {
        // .3 of .5 is .15: the third is on the safe side of .29 and not of .31
        double[] three = {.5 / .95, .3 / .95, .15 / .95, 0};
        assertArrayEquals(three, shares(PLAIN.withMinP(.29)), NOISE);
        assertArrayEquals(new double[] {.625, .375, 0, 0}, shares(PLAIN.withMinP(.31)), NOISE);
        assertArrayEquals(new double[] {1, 0, 0, 0}, shares(PLAIN.withMinP(1)), 0);
    }

    @Test
    void sameSeedDrawsTheSame() {
        assertEquals(sequence(PLAIN.withSeed(42)), sequence(PLAIN.withSeed(42)));
    }

    @Test
    void anotherSeedDrawsAnother() {
        assertNotEquals(sequence(PLAIN.withSeed(1)), sequence(PLAIN.withSeed(2)));
    }

    private static String sequence(Sampling sampling) {
        Sampler sampler = sampler(sampling);
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            drawn.append(sampler.next(LOGITS.clone()));
        }
        return drawn.toString();
    }

    @Test
    void aTokenWithoutAlternativeTakesItsRandomNumberToo() {
        Sampler one = sampler(PLAIN);
        Sampler other = sampler(PLAIN);
        float never = Float.NEGATIVE_INFINITY;
        one.next(new float[] {never, 0, never, never});
        other.next(LOGITS.clone());
        for (int i = 0; i < 100; i++) {
            assertEquals(one.next(LOGITS.clone()), other.next(LOGITS.clone()));
        }
    }

    @Test
    void greedyTakesTheFirstOfEquals() {
        Sampler greedy = sampler(Sampling.GREEDY);
        assertEquals(1, greedy.next(new float[] {0, 3, 3, 1}));
        assertEquals(0, greedy.next(new float[] {-2, -2}));
    }

    @Test
    void topKOfOneIsGreedyAndTakesTheFirstOfEquals() {
        Sampler one = sampler(PLAIN.withTopK(1));
        assertEquals(1, one.next(new float[] {0, 3, 3, 1}));
    }

    /// Logits as they are after the bias and the penalties of a reply that began so.
    private static float[] changed(Sampling sampling, float[] logits, int... written) {
        Sampler sampler = sampler(sampling);
        for (int id : written) {
            float[] only = new float[logits.length];
            only[id] = 100;
            assertEquals(id, sampler.next(only));
        }
        float[] given = logits.clone();
        sampler.next(given);
        return given;
    }

    @Test
    void repetitionDividesPositiveLogitsAndMultipliesNegativeOnes() {
        Sampling sampling = Sampling.GREEDY.withRepetitionPenalty(2);
        assertArrayEquals(
                new float[] {4, 2, -3, -12, 0},
                changed(sampling, new float[] {4, 4, -3, -6, 0}, 1, 3, 1, 1));
    }

    @Test
    void presenceCountsOnceAndFrequencyEachTime() {
        Sampling sampling = Sampling.GREEDY.withPresencePenalty(.5).withFrequencyPenalty(.25);
        assertArrayEquals(
                new float[] {5, 3, 2.25f}, changed(sampling, new float[] {5, 4, 3}, 1, 1, 2));
    }

    @Test
    void biasComesBeforeThePenalties() {
        Sampling sampling =
                Sampling.GREEDY
                        .withLogitBias(Map.of(0, 5.0, 1, -3.0, 99, 1.0))
                        .withRepetitionPenalty(2);
        assertArrayEquals(new float[] {3, -4, 2}, changed(sampling, new float[] {1, 1, 2}, 0, 1));
    }

    @Test
    void greedyLeavesTheLogitsAsTheyAre() {
        assertArrayEquals(LOGITS, changed(Sampling.GREEDY, LOGITS, 0, 1, 2));
    }

    @Test
    void aPenaltyEndsALoop() {
        Sampler sampler = sampler(Sampling.GREEDY.withFrequencyPenalty(1));
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            written.append(sampler.next(new float[] {0, 1.5f, 1}));
        }
        assertTrue(written.toString().startsWith("121"), written.toString());
    }
}
