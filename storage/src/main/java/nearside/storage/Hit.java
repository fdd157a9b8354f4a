package nearside.storage;

import nearside.storage.search.Excerpt;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// A message or a title in which something was found.
///
/// @param message empty for a title
/// @param time when the message was begun
public record Hit(
        Conversation conversation, Optional<MessageId> message, Instant time, Excerpt excerpt) {
    public Hit {
        Objects.requireNonNull(conversation);
        Objects.requireNonNull(message);
        Objects.requireNonNull(time);
        Objects.requireNonNull(excerpt);
    }
}
