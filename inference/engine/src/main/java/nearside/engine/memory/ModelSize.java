package nearside.engine.memory;

import nearside.engine.KvPrecision;
import nearside.engine.folder.ModelFolder;

import java.util.Optional;
import java.util.OptionalInt;

/// What of a model decides how much memory it takes.
///
/// @param weightBytes bytes of its files
/// @param kvBytesPerToken bytes of KV cache for one token
/// @param logitsPerRow numbers that are computed for every row of a prompt: as many as there are
///   words, or zero where the head is cut and computes them for the last rows alone
/// @param switchAt prompts longer than this are read with one long first run; empty for most models
/// @param seen what it was measured to take on this device; empty while it was not
public record ModelSize(
        long weightBytes,
        long kvBytesPerToken,
        int logitsPerRow,
        int layers,
        OptionalInt switchAt,
        Optional<Footprint> seen) {

    /// One that was never measured.
    public ModelSize(
            long weightBytes,
            long kvBytesPerToken,
            int logitsPerRow,
            int layers,
            OptionalInt switchAt) {
        this(weightBytes, kvBytesPerToken, logitsPerRow, layers, switchAt, Optional.empty());
    }

    /// As the worker loads it where nothing stands in the way: rotary factors are chosen by an
    /// input, so that no prompt needs a long first run, and the head is cut.
    public static ModelSize of(ModelFolder folder, KvPrecision kv) {
        ModelFolder.Shape shape = folder.shape();
        return new ModelSize(
                folder.contents().weightBytes(),
                switch (kv) {
                    case FLOAT32 -> shape.kvBytesPerToken();
                    case INT8 -> shape.kvNumbersPerToken();
                },
                0,
                shape.layers(),
                OptionalInt.empty());
    }

    /// The same as it was measured.
    public ModelSize with(Optional<Footprint> footprint) {
        return new ModelSize(
                weightBytes, kvBytesPerToken, logitsPerRow, layers, switchAt, footprint);
    }

    /// The same with a cache of that size, which was not measured.
    public ModelSize withKvBytesPerToken(long bytes) {
        return new ModelSize(weightBytes, bytes, logitsPerRow, layers, switchAt);
    }

    /// The same where the graph goes by the length that it has in sight.
    public ModelSize withSwitchAt(OptionalInt tokens) {
        return new ModelSize(weightBytes, kvBytesPerToken, logitsPerRow, layers, tokens, seen);
    }

    /// The same where the head computes logits for all rows.
    public ModelSize withLogitsPerRow(int numbers) {
        return new ModelSize(weightBytes, kvBytesPerToken, numbers, layers, switchAt, seen);
    }
}
