package nearside.storage;

import java.util.Objects;

/// The id of a conversation: a UUIDv7, made by this program before the row is written.
public record ConversationId(String value) {
    public ConversationId {
        Objects.requireNonNull(value);
    }
}
