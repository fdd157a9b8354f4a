package nearside.storage;

import nearside.storage.search.Excerpt;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// A message or a title in which something was found.
///
/// @param title of the conversation
/// @param message empty for a title
/// @param time when the message was begun
public record Hit(
        ConversationId conversation,
        String title,
        Optional<MessageId> message,
        Instant time,
        Excerpt excerpt) {
    public Hit {
        Objects.requireNonNull(conversation);
        Objects.requireNonNull(title);
        Objects.requireNonNull(message);
        Objects.requireNonNull(time);
        Objects.requireNonNull(excerpt);
    }
}
