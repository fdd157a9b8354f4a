package nearside.storage;

import java.time.Instant;
import java.util.Objects;

/// One conversation as the list shows it.
///
/// @param changed when its last message was begun
public record Conversation(ConversationId id, String title, Instant changed) {
    public Conversation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(changed);
    }
}
