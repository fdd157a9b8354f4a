package nearside.copilot.context.cost;

import java.time.Duration;
import java.util.Objects;

/// One form in which a conversation may be sent: bytes that were sent before, then new ones.
///
/// @param sentTokens of its beginning that were sent before, byte for byte, and that the cache was
///   asked to keep; zero if none were
/// @param idle since these were last sent
/// @param newTokens of the rest, the question among them
public record Form(int sentTokens, Duration idle, int newTokens) {
    public Form {
        Objects.requireNonNull(idle);
        if (sentTokens < 0 || newTokens < 0 || idle.isNegative()) {
            throw new IllegalArgumentException(
                    "expected zero or more, found %d tokens sent %s ago and %d new ones"
                            .formatted(sentTokens, idle, newTokens));
        }
    }

    /// One of which nothing was sent before.
    public static Form unsent(int tokens) {
        return new Form(0, Duration.ZERO, tokens);
    }

    public int tokens() {
        return sentTokens + newTokens;
    }
}
