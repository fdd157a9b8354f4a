package nearside.worker.decode;

import java.util.Random;

/// A text that quotes itself now and then, as token ids.
final class QuotingText {
    private static final int WORDS = 5_000;

    private QuotingText() {}

    /// About half of it stands in it before; frequent words are frequent.
    static int[] of(Random random, int count) {
        int[] text = new int[count];
        int at = 0;
        while (at < count) {
            int from = at > 50 && random.nextInt(20) == 0 ? random.nextInt(at - 40) : at;
            int end = from == at ? at + 1 : Math.min(count, at + 10 + random.nextInt(30));
            for (; at < end; at++, from++) {
                text[at] =
                        from < at ? text[from] : (int) (WORDS * Math.pow(random.nextDouble(), 3));
            }
        }
        return text;
    }
}
