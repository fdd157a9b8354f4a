package nearside.worker.decode;

import nearside.engine.Sampling;
import nearside.engine.Speculation;
import nearside.engine.TokenIds;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.worker.onnx.OnnxModel;
import nearside.worker.sample.Sampler;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How soon the reading of a long prompt ends when somebody stops it at a moment of chance. Prints
/// the median and the longest. Arguments: a model folder, how often, the most milliseconds to wait.
final class StopBench {
    private static final int TOKENS = 2_000;

    private StopBench() {}

    private static double milliseconds(Decoder decoder, Random random, int most) throws Exception {
        TokenIds prompt = TokenIds.of(random.ints(TOKENS, 10, 30_000).toArray());
        StopSign stop = new StopSign();
        CountDownLatch raised = new CountDownLatch(1);
        long[] at = {0};
        int wait = random.nextInt(most);
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    awaitFor(wait);
                    at[0] = System.nanoTime();
                    stop.raise();
                    raised.countDown();
                });
        Sampler sampler = new Sampler(Sampling.GREEDY, Optional.empty());
        Decoder.Task task = new Decoder.Task(prompt, 1, Speculation.NONE);
        decoder.write(task, sampler::next, stop, new Told());
        long over = System.nanoTime();
        return raised.await(1, TimeUnit.MILLISECONDS) ? (over - at[0]) / 1e6 : 0; // read before
    }

    private static void awaitFor(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (!(ModelFolder.check(Path.of(arguments[0])) instanceof FolderCheck.Sound(var folder))) {
            throw new IllegalArgumentException("no model folder: " + arguments[0]);
        }
        double[] found = new double[Integer.parseInt(arguments[1])];
        Random random = new Random(1);
        try (Decoder decoder = new Decoder(OnnxModel.open(folder), _ -> 1L << 30)) {
            for (int i = 0; i < found.length; i++) {
                found[i] = milliseconds(decoder, random, Integer.parseInt(arguments[2]));
            }
        }
        Arrays.sort(found);
        System.out.printf(
                Locale.ROOT,
                "%d stops: median %.0f ms, longest %.0f ms%n",
                found.length,
                found[found.length / 2],
                found[found.length - 1]);
    }
}
