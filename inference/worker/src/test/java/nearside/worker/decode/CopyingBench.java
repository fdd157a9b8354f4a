package nearside.worker.decode;

import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;
import nearside.engine.Sampling;
import nearside.engine.Speculation;
import nearside.engine.TokenIds;
import nearside.engine.folder.FolderCheck;
import nearside.engine.folder.ModelFolder;
import nearside.worker.onnx.OnnxModel;
import nearside.worker.text.ModelText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What drafts bring on a model with random weights, which copies nothing by itself: each token of
/// the answer is given, whatever the logits say, so that runs, drafts and their checks are those of
/// a model that answers so. Prints tokens a second with and without drafts, in turn.
///
/// Arguments: a model folder, runs, and the folders of questions and of answers.
final class CopyingBench {
    private static final List<String> TASKS =
            List.of(
                    "proofread.txt",
                    "summary.txt",
                    "code-edit.txt",
                    "quotes.txt",
                    "table.txt",
                    "open-chat.txt");

    /// When the first and the last token of a reply came.
    private static final class Clock implements Pieces {
        private int tokens;
        private long first;
        private long last;

        @Override
        public void reading(TokenIds prompt, int cached) {}

        @Override
        public void read(int tokens) {}

        @Override
        public void pause() {}

        @Override
        public void wrote(int id, boolean endsReply) {
            last = System.nanoTime();
            first = tokens == 0 ? last : first;
            tokens++;
        }

        double perSecond() {
            return (tokens - 1) / ((last - first) / 1e9);
        }
    }

    private final Decoder decoder;
    private final ModelText text;
    private final int runs;

    private CopyingBench(Decoder decoder, ModelText text, int runs) {
        this.decoder = decoder;
        this.text = text;
        this.runs = runs;
    }

    private void task(String question, String answer) throws IOException {
        Line asked = new Line(Role.USER, question.strip());
        TokenIds prompt = ids(Prompt.Ending.NEW_REPLY, asked);
        TokenIds both =
                ids(Prompt.Ending.OPEN_REPLY, asked, new Line(Role.ASSISTANT, answer.strip()));
        int[] reply = IntStream.range(prompt.count(), both.count()).map(both::at).toArray();
        perSecond(prompt, reply, Speculation.NONE);
        double[] plain = new double[runs];
        double[] drafted = new double[runs];
        for (int i = 0; i < runs; i++) {
            plain[i] = perSecond(prompt, reply, Speculation.NONE);
            drafted[i] = perSecond(prompt, reply, Speculation.PROMPT_LOOKUP);
        }
        double without = median(plain);
        double with = median(drafted);
        System.out.printf(
                Locale.ROOT,
                "%d tokens, plain %.2f, drafts %.2f tokens/s, %.2f times%n",
                reply.length,
                without,
                with,
                with / without);
    }

    private TokenIds ids(Prompt.Ending ending, Line... lines) {
        return text.encode(
                new Prompt(
                        List.of(lines), ending, Prompt.SpecialTokens.AS_TEXT, Sampling.GREEDY, 1));
    }

    private double perSecond(TokenIds prompt, int[] reply, Speculation speculation)
            throws IOException {
        Clock clock = new Clock();
        int[] next = {0};
        Outcome outcome =
                decoder.write(
                        new Decoder.Task(prompt, reply.length, speculation),
                        _ -> reply[next[0]++],
                        new StopSign(),
                        clock);
        if (!(outcome instanceof Outcome.Finished) || clock.tokens != reply.length) {
            throw new IllegalStateException(outcome + " after " + clock.tokens + " tokens");
        }
        return clock.perSecond();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    public static void main(String[] arguments) throws Exception {
        if (!(ModelFolder.check(Path.of(arguments[0])) instanceof FolderCheck.Sound(var folder))) {
            throw new IllegalArgumentException("no model folder: " + arguments[0]);
        }
        try (ModelText text = ModelText.open(folder);
                Decoder decoder = new Decoder(OnnxModel.open(folder), _ -> 1L << 30)) {
            int runs = Integer.parseInt(arguments[1]);
            CopyingBench bench = new CopyingBench(decoder, text, runs);
            for (String task : TASKS) {
                System.out.printf("%-14s ", task);
                bench.task(
                        Files.readString(Path.of(arguments[2], task)),
                        Files.readString(Path.of(arguments[3], task)));
            }
        }
    }
}
