package nearside.storage;

import java.util.Objects;

/// The id of an attachment.
public record AttachmentId(String value) {
    public AttachmentId {
        Objects.requireNonNull(value);
    }
}
