package nearside.storage;

import java.util.Objects;

/// The id of a conversation: a UUIDv7, made by this program before the row is written, or a UUIDv8
/// of where it was brought in from.
public record ConversationId(String value) {
    public ConversationId {
        Objects.requireNonNull(value);
    }
}
