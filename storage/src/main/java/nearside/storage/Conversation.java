package nearside.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// One conversation as the list shows it.
///
/// @param changed when its last message was begun
/// @param shelf where a person put it
public record Conversation(ConversationId id, String title, Instant changed, Shelf shelf) {
    public Conversation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(changed);
        Objects.requireNonNull(shelf);
    }

    /// Where a person put a conversation.
    ///
    /// @param pinned when it was pinned to the head of the list
    /// @param archived when it was put away
    public record Shelf(
            Optional<Instant> pinned, Optional<LabelId> folder, Optional<Instant> archived) {
        /// In the list, as all are at first.
        public static final Shelf LOOSE =
                new Shelf(Optional.empty(), Optional.empty(), Optional.empty());

        public Shelf {
            Objects.requireNonNull(pinned);
            Objects.requireNonNull(folder);
            Objects.requireNonNull(archived);
        }
    }
}
