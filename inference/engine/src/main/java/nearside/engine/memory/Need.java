package nearside.engine.memory;

import java.util.OptionalInt;

/// Memory that a model needs, in bytes: the one estimate for all who ask before they load or read.
///
/// The factors were measured as the peak of the worker's private memory on two cores and are held
/// to by a campaign under a memory limit: what this finds to fit is never killed.
///
/// @param weights the worker process with the loaded weights; zero when they are loaded already
/// @param kv keys and values of prompt and reply
/// @param run logits and activations of the longest run of a prompt
public record Need(long weights, long kv, long run) {
    /// The most rows of the prompt that the worker reads in one run, but for a long first one.
    private static final int MOST_ROWS = 257;

    private static final long MIB = 1L << 20;

    /// The worker with its libraries, before any weights.
    private static final long PROCESS = 152 * MIB;

    /// Four-bit weights are packed anew at load (1.1 to 1.25 times their file), and a tokenizer
    /// stands beside them.
    private static final double LOADED = 1.25;

    private static final long SMALLEST_RUN = 28 * MIB;

    /// Since the heap keeps what runs pass on (0015), it holds about so many times the keys and
    /// values of a run's rows beside them.
    private static final double HELD = 1.5;

    private static final double SCATTERED = 0.85;

    private static final int FEWEST_ROWS = 48;

    private static final int TABLES_PART = 200;

    private static final long SPARE = 4 * MIB;

    private static final int SPARE_PART = 100;

    /// No text by which the scales of an int8 cache are found has more tokens.
    public static final int MOST_CALIBRATION_TOKENS = 384;

    /// Needed to load the model and nothing more: as it was measured, else as it is estimated.
    public static Need toLoad(ModelSize model) {
        long estimate = PROCESS + (long) (model.weightBytes() * LOADED);
        return new Need(model.seen().map(it -> spared(it.loading())).orElse(estimate), 0, 0);
    }

    /// What of that stays when the model is loaded, under what its answers need; the kernel's own
    /// tables come to that. The spare is theirs.
    public static Need toStay(ModelSize model) {
        return model.seen()
                .map(it -> new Need(it.loaded() + it.loaded() / TABLES_PART, 0, 0))
                .orElse(toLoad(model));
    }

    /// What was measured a few times may come a little higher.
    private static long spared(long measured) {
        return measured + measured / SPARE_PART + SPARE;
    }

    /// Needed to load a loaded model anew in the same process: it is closed before, and gives back
    /// the bytes of its files at least.
    public static Need toReload(ModelSize model) {
        return new Need((long) (model.weightBytes() * (LOADED - 1)), 0, 0);
    }

    /// Needed beside the loaded model to find the scales of an int8 cache.
    ///
    /// @param model with its exact cache
    public static Need toCalibrate(ModelSize model) {
        return toAnswer(model, MOST_CALIBRATION_TOKENS, 0);
    }

    /// Needed to read a prompt and write a reply with a loaded model.
    public static Need toAnswer(ModelSize model, int promptTokens, int replyTokens) {
        long kv = ((long) promptTokens + replyTokens) * model.kvBytesPerToken();
        long run =
                model.seen()
                        .map(it -> learned(model, it, promptTokens))
                        .orElseGet(() -> estimated(model, promptTokens));
        return new Need(0, kv, run);
    }

    private static long estimated(ModelSize model, int promptTokens) {
        long row =
                (long) model.logitsPerRow() * Float.BYTES
                        + activations(model)
                        + (long) (model.kvBytesPerToken() * HELD);
        return SMALLEST_RUN + rows(model, promptTokens) * row + moved(model, promptTokens);
    }

    /// A cache that grows is moved piece by piece, so that one piece is there twice.
    private static long moved(ModelSize model, int promptTokens) {
        return promptTokens * model.kvBytesPerToken() / (2L * model.layers());
    }

    /// No more than a longer prompt was measured to take, and as much more or less than the
    /// estimate as its neighbours were; where one was longer than all that was measured, a quarter
    /// is added. One of few rows says nothing of one of many.
    private static long learned(ModelSize model, Footprint seen, int promptTokens) {
        long estimate = estimated(model, promptTokens);
        OptionalInt longer = seen.atLeast(promptTokens);
        OptionalInt shorter = seen.atMost(promptTokens);
        double part = Math.max(part(model, seen, longer), part(model, seen, shorter));
        long scatter = scatter(model, promptTokens);
        if (longer.isPresent()) {
            long shaped = (long) (estimate * part) + (part < 1 ? scatter : 0);
            return Math.min(shaped, seen.run(longer.getAsInt()) + scatter);
        }
        if (shorter.isEmpty() || shorter.getAsInt() < MOST_ROWS) {
            return (long) (estimate * part);
        }
        long measured = seen.run(shorter.getAsInt());
        long more = moved(model, promptTokens) - moved(model, shorter.getAsInt());
        return Math.min((long) (estimate * part), measured + measured / 4 + more + scatter);
    }

    /// By which part of the estimate one was measured; all of it where none was.
    private static double part(ModelSize model, Footprint seen, OptionalInt tokens) {
        return tokens.isPresent()
                ? (double) seen.run(tokens.getAsInt()) / estimated(model, tokens.getAsInt())
                : 1;
    }

    /// By how much the same run takes more another time: most of one layer's passing values.
    private static long scatter(ModelSize model, int promptTokens) {
        long rows = Math.max(FEWEST_ROWS, rows(model, promptTokens));
        return Math.max(SPARE, (long) (rows * activations(model) * SCATTERED));
    }

    private static long rows(ModelSize model, int tokens) {
        int first = model.switchAt().isPresent() ? model.switchAt().getAsInt() + 1 : 0;
        return Math.min(tokens, tokens >= first ? first + MOST_ROWS : MOST_ROWS);
    }

    /// Bytes of one row's passing values. A decoder layer has about 12 × hidden² weights, here of
    /// five bits each, and holds about 14 × hidden floats at a time; a quarter is added.
    private static long activations(ModelSize model) {
        double perLayer = model.weightBytes() * 8 / 5.0 / model.layers();
        double hidden = Math.sqrt(perLayer / 12);
        return (long) (hidden * 14 * Float.BYTES * 1.25);
    }

    /// What is needed beside keys and values that are there already.
    public Need beside(long kvBytes) {
        return new Need(weights, Math.max(0, kv - kvBytes), run);
    }

    public long bytes() {
        return weights + kv + run;
    }
}
