package nearside.copilot.orchestrator;

import nearside.copilot.device.Speed;
import nearside.engine.KvPrecision;
import nearside.engine.memory.Memory;
import nearside.engine.memory.ModelSize;
import nearside.storage.Settings.Relief;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// All that a decision looks at: values only, taken at one moment.
public record Situation(
        Model model, Asked asked, Memory memory, Pace pace, Beyond beyond, Lately lately) {
    public Situation {
        Objects.requireNonNull(model);
        Objects.requireNonNull(asked);
        Objects.requireNonNull(memory);
        Objects.requireNonNull(pace);
        Objects.requireNonNull(beyond);
        Objects.requireNonNull(lately);
    }

    /// With nothing that could be left out or borrowed, nothing known of speed, and nothing before.
    public static Situation alone(Model model, Tokens prompt, int replyLimit, Memory memory) {
        return new Situation(
                model,
                new Asked(prompt, prompt.count(), replyLimit),
                memory,
                Pace.UNKNOWN,
                new Beyond.Shut(Beyond.Why.NOT_SET_UP),
                Lately.NOTHING);
    }

    /// Tokens of the whole conversation.
    public Tokens prompt() {
        return asked.prompt();
    }

    /// What is to be read and written.
    ///
    /// @param prompt the whole conversation
    /// @param least tokens that stay whatever is left out
    /// @param pinned how many of them stay because the person pinned them
    /// @param replyLimit the most tokens the reply was asked to have
    /// @param never what the person does not want to be given up
    public record Asked(Tokens prompt, int least, int pinned, int replyLimit, Set<Relief> never) {
        static final int SHORTEST_REPLY = 64;

        public Asked {
            Objects.requireNonNull(prompt);
            never = Set.copyOf(never);
        }

        /// Where nothing is pinned.
        public Asked(Tokens prompt, int least, int replyLimit, Set<Relief> never) {
            this(prompt, least, 0, replyLimit, never);
        }

        /// That for which all may be given up.
        public Asked(Tokens prompt, int least, int replyLimit) {
            this(prompt, least, replyLimit, Set.of());
        }

        /// So many tokens a reply must be able to have: fewer are no help, or less than the person
        /// wants.
        int leastReply() {
            return never.contains(Relief.SHORT_REPLY)
                    ? replyLimit
                    : Math.min(replyLimit, SHORTEST_REPLY);
        }
    }

    /// How fast the device is, and what the person bears.
    ///
    /// @param cached tokens of the prompt that need not be read again
    /// @param patience the longest time to the first word
    public record Pace(Speed speed, int cached, Duration patience) {
        public static final Duration USUAL_PATIENCE = Duration.ofSeconds(15);

        public static final Pace UNKNOWN = new Pace(Speed.UNKNOWN, 0, USUAL_PATIENCE);

        /// Fewer tokens a second are slower than one reads.
        static final double SLOWEST_WRITING = 3;

        /// How long a turn will take, the model loaded; empty while nothing is known.
        Optional<Speed.Estimate> expected(int prompt, int reply) {
            return speed.of(prompt, Math.min(cached, prompt), reply);
        }

        /// Whether a whole prompt takes longer than the person bears. What was never measured is
        /// not slow.
        boolean isSlow(int prompt, int reply) {
            return expected(prompt, reply)
                    .filter(it ->
                            it.firstWord().compareTo(patience) > 0
                                    || it.writing(reply) < SLOWEST_WRITING)
                    .isPresent();
        }
    }

    /// A far side that could be borrowed.
    public sealed interface Beyond {
        /// None can be.
        record Shut(Why why) implements Beyond {}

        /// One that is set up, allowed, and has somebody or some limit that may say yes.
        ///
        /// @param window the most tokens that it reads and writes together
        record Open(String name, int window) implements Beyond {}

        /// Why no far side can be borrowed; the first that applies.
        enum Why {
            NOT_SET_UP,
            /// The person or a policy wants the device to be offline.
            OFFLINE,
            /// Never for this conversation.
            NEVER_HERE,
            /// A policy forbids it.
            FORBIDDEN,
            /// The person wants this turn to stay here.
            STAY,
            NOBODY_TO_ASK
        }
    }

    /// What happened before.
    ///
    /// @param last where the turn before was answered
    /// @param least the least memory that was free in the last seconds
    /// @param failed the fewest tokens, prompt and reply together, with which the model ran out of
    ///   memory in the last hour; empty if it did not
    public record Lately(Where last, Optional<Memory> least, OptionalInt failed) {
        static final Lately NOTHING = new Lately(Where.HERE, Optional.empty(), OptionalInt.empty());
    }

    /// Where a turn was answered.
    public enum Where {
        HERE,
        FAR
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
