package nearside.copilot.orchestrator;

import nearside.engine.KvPrecision;
import nearside.engine.memory.Memory;
import nearside.engine.memory.ModelSize;

import java.util.List;
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
        /// @param size with its cache as it is kept now
        /// @param loaded whether its weights are in memory already
        record Present(String id, ModelSize size, int window, Weights loaded, Cache cache)
                implements Model {}
    }

    /// Whether a model's weights are in memory.
    public enum Weights {
        LOADED,
        ON_DISK
    }

    /// How a model keeps keys and values, and how it may.
    public enum Cache {
        /// Exactly, whatever happens.
        FLOAT32,
        /// Exactly now; as bytes where nothing else fits.
        FLOAT32_OR_INT8,
        /// As bytes.
        INT8;

        KvPrecision now() {
            return switch (this) {
                case FLOAT32, FLOAT32_OR_INT8 -> KvPrecision.FLOAT32;
                case INT8 -> KvPrecision.INT8;
            };
        }

        /// All that may be, the best first.
        List<KvPrecision> choices() {
            return switch (this) {
                case FLOAT32 -> List.of(KvPrecision.FLOAT32);
                case FLOAT32_OR_INT8 -> List.of(KvPrecision.FLOAT32, KvPrecision.INT8);
                case INT8 -> List.of(KvPrecision.INT8);
            };
        }
    }

    /// A number of tokens, counted by the model's own tokenizer or estimated from bytes.
    public record Tokens(int count, Certainty certainty) {}

    public enum Certainty {
        COUNTED,
        ESTIMATED
    }
}
