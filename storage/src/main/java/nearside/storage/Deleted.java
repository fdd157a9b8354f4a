package nearside.storage;

import java.time.Instant;
import java.util.Objects;

/// A deleted conversation that can still be brought back.
///
/// @param at when it was deleted
public record Deleted(Conversation conversation, Instant at) {
    public Deleted {
        Objects.requireNonNull(conversation);
        Objects.requireNonNull(at);
    }
}
