package nearside.worker.sample;

import java.util.SplittableRandom;

/// Rows of logits as a model writes them: most about zero, a few likely ones far above.
public final class RandomLogits {
    private static final int LIKELY = 20;

    private RandomLogits() {}

    public static float[][] rows(int count, int vocabulary) {
        SplittableRandom random = new SplittableRandom(1);
        float[][] rows = new float[count][vocabulary];
        for (float[] row : rows) {
            for (int id = 0; id < vocabulary; id++) {
                row[id] = (float) random.nextGaussian(0, 2);
            }
            for (int i = 0; i < LIKELY; i++) {
                row[random.nextInt(vocabulary)] = (float) random.nextDouble(10, 18);
            }
        }
        return rows;
    }
}
