package nearside.copilot.orchestrator;

import nearside.copilot.orchestrator.Situation.Model.Present;
import nearside.copilot.orchestrator.Situation.Weights;

/// Memory that a turn needs before its first reply token, in bytes.
///
/// @param weights zero when they are in memory already
/// @param context KV cache of the prompt and the logits of its one prefill run
/// @param margin what is left to everybody else
record Footprint(long weights, long context, long margin) {
    private static final long MIB = 1L << 20;

    /// Activations of a run and the runtime's own arena, on top of what is counted exactly.
    private static final long ACTIVATIONS = 64 * MIB;

    private static final long SMALLEST_MARGIN = 1024 * MIB;

    static Footprint of(Situation situation, Present model) {
        long weights = model.loaded() == Weights.LOADED ? 0 : model.weightBytes();
        long prompt = Math.min(situation.prompt().count(), model.window());
        long margin = Math.max(SMALLEST_MARGIN, situation.memory().totalBytes() / 10);
        return new Footprint(weights, ACTIVATIONS + prompt * bytesPerPromptToken(model), margin);
    }

    /// One row of KV in every layer, and one row of fp32 logits while the prompt is read.
    static long bytesPerPromptToken(Present model) {
        return model.kvBytesPerToken() + (long) model.vocabulary() * Float.BYTES;
    }

    long bytes() {
        return weights + context + margin;
    }
}
