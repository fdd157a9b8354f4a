package nearside.engine;

import java.time.Duration;

/// What an engine tells while it writes one reply.
public sealed interface ReplyEvent {
    /// The model is being loaded; reading starts afterwards.
    record Loading(String model) implements ReplyEvent {}

    /// The prompt is tokenized and is being read (prefill).
    ///
    /// @param cached tokens at its beginning that were read before
    record Reading(TokenIds prompt, int cached) implements ReplyEvent {}

    /// More of a long prompt is read.
    ///
    /// @param tokens of the prompt that are read by now, those read before included
    /// @param left how long the rest will take at the pace so far
    record ReadOn(int tokens, Duration left) implements ReplyEvent {}

    /// More of the reply. The text holds whole characters only and may be empty: a token may carry
    /// part of a character, or none at all (the one that ends the reply).
    record Text(String text, TokenIds ids) implements ReplyEvent {}

    /// The model asks for a tool that was offered. The reply ends after all that it asks for.
    record Called(ToolCall call) implements ReplyEvent {}

    /// The reply is over as it should be.
    record Finished(Finish finish, Usage usage) implements ReplyEvent {}

    /// The reply is over because something failed; what was written stays valid.
    record Failed(EngineFailure failure) implements ReplyEvent {}
}
