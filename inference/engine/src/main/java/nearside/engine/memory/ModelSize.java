package nearside.engine.memory;

import nearside.engine.folder.ModelFolder;

import java.util.OptionalInt;

/// What of a model decides how much memory it takes.
///
/// @param weightBytes bytes of its files
/// @param kvBytesPerToken bytes of KV cache for one token
/// @param switchAt prompts longer than this are read with one long first run; empty for most models
public record ModelSize(
        long weightBytes, long kvBytesPerToken, int vocabulary, int layers, OptionalInt switchAt) {

    public static ModelSize of(ModelFolder folder) {
        ModelFolder.Shape shape = folder.shape();
        return new ModelSize(
                folder.contents().weightBytes(),
                shape.kvBytesPerToken(),
                shape.vocabulary(),
                shape.layers(),
                shape.switchAt());
    }
}
