package nearside.copilot.orchestrator;

import nearside.engine.memory.Memory;
import nearside.engine.memory.ModelSize;

import java.util.Objects;

/// All that a decision looks at: values only, taken at one moment.
///
/// @param replyLimit the most tokens the reply was asked to have
public record Situation(Model model, Tokens prompt, int replyLimit, Memory memory) {
    public Situation {
        Objects.requireNonNull(model);
        Objects.requireNonNull(prompt);
        Objects.requireNonNull(memory);
    }

    /// The model that would answer here.
    public sealed interface Model {
        /// None can be used now.
        record Absent() implements Model {}

        /// A sound model folder.
        ///
        /// @param loaded whether its weights are in memory already
        record Present(String id, ModelSize size, int window, Weights loaded) implements Model {}
    }

    /// Whether a model's weights are in memory.
    public enum Weights {
        LOADED,
        ON_DISK
    }

    /// A number of tokens, counted by the model's own tokenizer or estimated from bytes.
    public record Tokens(int count, Certainty certainty) {}

    public enum Certainty {
        COUNTED,
        ESTIMATED
    }
}
