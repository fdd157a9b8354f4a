package nearside.worker.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import nearside.engine.Sampling;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.OptionalLong;

class SamplerTest {
    private static final int DRAWS = 200_000;

    /// Logits whose softmax is .5, .3, .15, .05.
    private static final float[] LOGITS = {log(.5), log(.3), log(.15), log(.05)};

    private static float log(double probability) {
        return (float) Math.log(probability);
    }

    private static double[] shares(double temperature, int topK, double topP) {
        Sampler sampler = new Sampler(new Sampling(temperature, topK, topP, OptionalLong.of(1)));
        int[] counts = new int[LOGITS.length];
        for (int i = 0; i < DRAWS; i++) {
            counts[sampler.next(LOGITS)]++;
        }
        return Arrays.stream(counts).mapToDouble(count -> (double) count / DRAWS).toArray();
    }

    /// Four standard deviations of a share of one half.
    private static final double NOISE = 4 * 0.5 / Math.sqrt(DRAWS);

    @Test
    void drawsFollowTheSoftmax() {
        assertArrayEquals(new double[] {.5, .3, .15, .05}, shares(1, 0, 1), NOISE);
    }

    @Test
    void lowTemperatureSharpens() {
        // squares of the probabilities, scaled to one
        assertArrayEquals(
                new double[] {.25 / .365, .09 / .365, .0225 / .365, .0025 / .365},
                shares(.5, 0, 1),
                NOISE);
    }

    @Test
    void topKKeepsTheKLikeliest() {
        assertArrayEquals(new double[] {.625, .375, 0, 0}, shares(1, 2, 1), NOISE);
    }

    @Test
    void topPKeepsTheFewestThatReachIt() {
        assertArrayEquals(new double[] {.625, .375, 0, 0}, shares(1, 0, .75), NOISE);
        assertArrayEquals(new double[] {1, 0, 0, 0}, shares(1, 0, .45), 0);
    }

    @Test
    void topPIsAShareOfWhatTopKLeft() {
        assertArrayEquals(new double[] {1, 0, 0, 0}, shares(1, 2, .6), 0);
    }

    @Test
    void sameSeedDrawsTheSame() {
        Sampling seeded = new Sampling(1, 0, 1, OptionalLong.of(42));
        assertEquals(sequence(seeded), sequence(seeded));
    }

    @Test
    void anotherSeedDrawsAnother() {
        assertNotEquals(
                sequence(new Sampling(1, 0, 1, OptionalLong.of(1))),
                sequence(new Sampling(1, 0, 1, OptionalLong.of(2))));
    }

    private static String sequence(Sampling sampling) {
        Sampler sampler = new Sampler(sampling);
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            drawn.append(sampler.next(LOGITS));
        }
        return drawn.toString();
    }

    @Test
    void greedyTakesTheFirstOfEquals() {
        Sampler greedy = new Sampler(Sampling.GREEDY);
        assertEquals(1, greedy.next(new float[] {0, 3, 3, 1}));
        assertEquals(0, greedy.next(new float[] {-2, -2}));
    }

    @Test
    void topKOfOneIsGreedyAndTakesTheFirstOfEquals() {
        Sampler one = new Sampler(new Sampling(1, 1, 1, OptionalLong.of(5)));
        assertEquals(1, one.next(new float[] {0, 3, 3, 1}));
    }
}
