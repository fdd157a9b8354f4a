package nearside.engine.local;

import nearside.engine.EngineFailure;
import nearside.engine.Finish;
import nearside.engine.KvPrecision;
import nearside.engine.KvScales;
import nearside.engine.Prompt;
import nearside.engine.TokenIds;
import nearside.engine.accelerator.Device;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One message between the program and its worker process. On the wire: four bytes of length, one
/// byte of kind, then the fields in the order of the record (see [FrameWriter], [FrameReader]).
public sealed interface Frame {
    /// The most bytes that one frame may have after its length: far above any prompt that a model
    /// can read, far below what would hurt.
    int MOST_BYTES = 32 << 20;

    /// From the program to the worker.
    sealed interface Order extends Frame {}

    /// From the worker to the program.
    sealed interface Report extends Frame {}

    /// Load the model in this folder; any other is let go first.
    ///
    /// @param scales those of an earlier [Calibrated], for an int8 cache
    /// @param accelerator one that [Hello] named; empty for the processor. An int8 cache is for the
    ///   processor alone.
    record Open(
            String folder, KvPrecision kv, Optional<KvScales> scales, Optional<Device> accelerator)
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

    /// End the process in good order.
    record Bye() implements Order {}

    /// The first frame of every worker.
    ///
    /// @param providers what this build of the runtime can compute on, with blanks between
    /// @param devices what is there to compute on, by providers that this program knows; of those
    ///   of one provider the best first
    record Hello(long pid, String runtime, String providers, List<Device> devices)
            implements Report {
        public Hello {
            devices = List.copyOf(devices);
        }
    }

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

    /// A sign of life, four times a second.
    record Alive() implements Report {}
}
