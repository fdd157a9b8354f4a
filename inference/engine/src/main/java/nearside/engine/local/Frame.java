package nearside.engine.local;

import nearside.engine.EngineFailure;
import nearside.engine.Finish;
import nearside.engine.KvPrecision;
import nearside.engine.KvScales;
import nearside.engine.Prompt;
import nearside.engine.TokenIds;
import nearside.engine.accelerator.Device;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One message between the program and its worker process. On the wire: four bytes of length, one
/// byte of kind, then the fields in the order of the record (see [FrameWriter], [FrameReader]).
public sealed interface Frame {
    /// The most bytes that one frame may have after its length: far above any prompt that a model
    /// can read, far below what would hurt.
    int MOST_BYTES = 32 << 20;

    /// The most bytes of keys and values in one frame.
    int MOST_KV_BYTES = 64 << 10;

    /// From the program to the worker.
    sealed interface Order extends Frame {}

    /// From the worker to the program.
    sealed interface Report extends Frame {}

    /// Load the model in this folder; any other is let go first.
    ///
    /// @param scales those of an earlier [Calibrated], for an int8 cache
    /// @param accelerator one that [Hello] named; empty for the processor. An int8 cache is for the
    ///   processor alone.
    /// @param loadBytes what must be free for it: with less it is refused before it begins
    record Open(
            String folder,
            KvPrecision kv,
            Optional<KvScales> scales,
            Optional<Device> accelerator,
            long loadBytes)
            implements Order {
        public Open {
            if (accelerator.isPresent() && kv != KvPrecision.FLOAT32) {
                throw new IllegalArgumentException("an int8 cache on an accelerator");
            }
        }
    }

    /// Write a reply.
    record Answer(int turn, Prompt prompt) implements Order {}

    /// End that reply now.
    record Stop(int turn) implements Order {}

    /// Count the tokens of a text.
    record Count(int id, String text) implements Order {}

    /// Hand out what is read of the conversation that was written last: a [Kept], [Kv] frames, and
    /// a [KeepOver].
    ///
    /// @param known its first tokens, as far as they are kept already
    /// @param factors that those were read with
    record Keep(TokenIds known, RotaryFactors factors) implements Order {}

    /// What is kept of the conversation that will be asked next. It is [Wanted] or [NotWanted].
    record Offer(Prompt prompt, KvSnapshot snapshot) implements Order {}

    /// End the [Keep] in progress, or forget the [Offer] of which bytes were sent.
    record Enough() implements Order {}

    /// Let go what is read of conversations. [Holds] is the answer.
    record LetGo(Held.Part part) implements Order {}

    /// End the process in good order.
    record Bye() implements Order {}

    /// Keys and values, as they lie in memory.
    ///
    /// @param bytes at most [#MOST_KV_BYTES]; of a frame that was read they are valid until the
    ///   next one is read
    record Kv(ByteBuffer bytes) implements Order, Report {
        public Kv {
            if (bytes.remaining() > MOST_KV_BYTES) {
                throw new IllegalArgumentException(bytes.remaining() + " bytes of keys and values");
            }
        }
    }

    /// The first frame of every worker that has a runtime.
    ///
    /// @param providers what this build of the runtime can compute on, with blanks between
    /// @param threads that a model gets on the processor; 0 where the runtime decides
    /// @param devices what is there to compute on, by providers that this program knows; of those
    ///   of one provider the best first
    record Hello(long pid, String runtime, String providers, int threads, List<Device> devices)
            implements Report {
        public Hello {
            devices = List.copyOf(devices);
        }
    }

    /// The only frame of a worker whose runtime cannot be loaded.
    ///
    /// @param problem in the words of who refused it
    record NoRuntime(String problem) implements Report {}

    /// Scales for an int8 KV cache of the model that is being loaded were found.
    record Calibrated(KvScales scales) implements Report {}

    /// The model is loaded.
    record Opened() implements Report {}

    /// The model could not be loaded; the worker goes on without one.
    record NotOpened(EngineFailure failure) implements Report {}

    /// The prompt is tokenized and is being read, all but its first `cached` tokens.
    record Reading(int turn, TokenIds prompt, int cached) implements Report {}

    /// So many tokens of the prompt are read.
    record ReadOn(int turn, int tokens) implements Report {}

    /// More of the reply.
    record Text(int turn, String text, TokenIds ids) implements Report {}

    record Finished(int turn, Finish finish) implements Report {}

    record Failed(int turn, EngineFailure failure) implements Report {}

    /// The answer to [Count]; empty when no tokenizer is open.
    record Counted(int id, OptionalInt tokens) implements Report {}

    /// Answers [Keep]: what follows; no ids where nothing is new.
    record Kept(KvPart part) implements Report {}

    /// The last frame for a [Keep]; the bytes may be fewer than announced.
    record KeepOver() implements Report {}

    /// The bytes of the parts are wanted, one part after the other.
    record Wanted() implements Report {}

    /// Nothing would be gained, or there is no memory for it.
    record NotWanted() implements Report {}

    /// All bytes came, and the next prompt goes on from there.
    record Restored() implements Report {}

    /// What is held of conversations: before every [Finished] and [Failed], and after a [LetGo].
    record Holds(Held held) implements Report {}

    /// A sign of life, four times a second.
    record Alive() implements Report {}
}
