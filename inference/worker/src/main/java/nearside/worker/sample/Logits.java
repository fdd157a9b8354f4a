package nearside.worker.sample;

/// One number for each word of the vocabulary.
final class Logits {
    private Logits() {}

    /// The id of the largest, the first of equals.
    static int largest(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }
}
