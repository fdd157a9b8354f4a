package nearside.worker.onnx;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The limit that decoding runs against: how fast this device reads memory with as many threads as
/// a model gets. Each adds up an array of its own that no cache holds. Prints the median and the
/// best of several passes as JSON.
final class ReadBandwidth {
    private static final int NUMBERS = 1 << 26; // of 8 bytes
    private static final int PASSES = 15;
    private static final int WARM_UP = 5;

    private ReadBandwidth() {}

    private static long sum(long[] numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static double gigabytesPerSecond(long[][] arrays, long wanted)
            throws InterruptedException {
        long[] sums = new long[arrays.length];
        Thread[] threads = new Thread[arrays.length];
        long begun = System.nanoTime();
        for (int i = 0; i < arrays.length; i++) {
            int own = i;
            threads[i] = Thread.ofPlatform().start(() -> sums[own] = sum(arrays[own]));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (LongStream.of(sums).sum() != wanted) {
            throw new AssertionError("not all was read");
        }
        return (double) arrays.length * NUMBERS * Long.BYTES / seconds / 1e9;
    }

    public static void main(String[] arguments) throws InterruptedException {
        int threads = Cores.forModel();
        long[][] arrays =
                IntStream.range(0, threads)
                        .mapToObj(_ -> LongStream.range(0, NUMBERS).toArray())
                        .toArray(long[][]::new);
        long wanted = threads * ((long) NUMBERS * (NUMBERS - 1) / 2);
        double[] passes = new double[PASSES];
        for (int i = -WARM_UP; i < PASSES; i++) {
            passes[Math.max(0, i)] = gigabytesPerSecond(arrays, wanted);
        }
        Arrays.sort(passes);
        System.out.printf(
                Locale.ROOT,
                "{\"threads\": %d, \"median_gb_s\": %.1f, \"best_gb_s\": %.1f}%n",
                threads,
                passes[PASSES / 2],
                passes[PASSES - 1]);
    }
}
