package nearside.desktop.chat;

import nearside.desktop.trouble.Trouble;

import java.time.Duration;
import java.util.Optional;

/// How far an answer has got.
public sealed interface Progress {
    /// Sent; nothing was heard yet.
    record Sent() implements Progress {}

    record Loading(String model) implements Progress {}

    /// The person is asked whether something may leave.
    ///
    /// @param far the model that would be borrowed
    record Asking(String far) implements Progress {}

    /// The question is being read.
    ///
    /// @param tokens that must be read
    record Reading(int tokens) implements Progress {}

    /// More of a long question is read.
    ///
    /// @param read of the tokens that must be read
    record ReadingOn(int read, int tokens, Duration left) implements Progress {}

    /// Words are coming.
    ///
    /// @param tokensPerSecond zero until it can be told
    record Writing(int tokens, double tokensPerSecond) implements Progress {}

    /// The answer is over.
    record Over(Ending ending, Optional<Footer> footer, Optional<Trouble> trouble)
            implements Progress {}

    /// What is known about a finished answer.
    record Footer(String model, double tokensPerSecond, double firstWordSeconds, int tokens) {}

    default boolean over() {
        return this instanceof Over;
    }
}
