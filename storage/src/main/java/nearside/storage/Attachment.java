package nearside.storage;

import java.util.Objects;

/// A file that belongs to a message.
///
/// @param name as it was when it was attached; empty when it cannot be read
/// @param bytes how many it has
public record Attachment(AttachmentId id, String name, long bytes) {
    public Attachment {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
    }
}
