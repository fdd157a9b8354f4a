package nearside.cloud;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What one event of a chat completion adds.
sealed interface Delta {
    /// A part of the reply, its end, or both; an event with neither is a sign of life.
    ///
    /// @param calls pieces of what the far side asks to be called
    /// @param finish the far side's word for why the reply ended
    /// @param usage what the far side counted, when it says so
    record Part(
            String text, List<CallPiece> calls, Optional<String> finish, Optional<Counted> usage)
            implements Delta {
        public Part {
            calls = List.copyOf(calls);
        }
    }

    /// A piece of a call: its id and name come once, its arguments in many.
    ///
    /// @param index which call of the reply
    record CallPiece(int index, String id, String name, String arguments) {}

    /// The far side failed in mid-reply.
    ///
    /// @param code its status when it gives a number
    record Broken(String message, OptionalInt code) implements Delta {}

    /// No event follows.
    record Done() implements Delta {}

    /// Tokens as the far side counted them.
    ///
    /// @param cached of the prompt, not read again
    record Counted(int prompt, int cached, int reply) {}
}
