package nearside.engine.memory;

import nearside.engine.KvPrecision;
import nearside.engine.folder.ModelFolder;

import java.util.OptionalInt;

/// What of a model decides how much memory it takes.
///
/// @param weightBytes bytes of its files
/// @param kvBytesPerToken bytes of KV cache for one token
/// @param switchAt prompts longer than this are read with one long first run; empty for most models
public record ModelSize(
        long weightBytes, long kvBytesPerToken, int vocabulary, int layers, OptionalInt switchAt) {

    /// As the worker loads it where nothing stands in the way: rotary factors are chosen by an
    /// input, so that no prompt needs a long first run.
    public static ModelSize of(ModelFolder folder, KvPrecision kv) {
        ModelFolder.Shape shape = folder.shape();
        return new ModelSize(
                folder.contents().weightBytes(),
                switch (kv) {
                    case FLOAT32 -> shape.kvBytesPerToken();
                    case INT8 -> shape.kvNumbersPerToken();
                },
                shape.vocabulary(),
                shape.layers(),
                OptionalInt.empty());
    }

    /// The same with a cache of that size.
    public ModelSize withKvBytesPerToken(long bytes) {
        return new ModelSize(weightBytes, bytes, vocabulary, layers, switchAt);
    }

    /// The same where the graph goes by the length that it has in sight.
    public ModelSize withSwitchAt(OptionalInt tokens) {
        return new ModelSize(weightBytes, kvBytesPerToken, vocabulary, layers, tokens);
    }
}
