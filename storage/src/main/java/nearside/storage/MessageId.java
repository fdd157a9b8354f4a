package nearside.storage;

import java.util.Objects;

/// The id of a message: a UUIDv7, made by this program before the row is written.
public record MessageId(String value) {
    public MessageId {
        Objects.requireNonNull(value);
    }
}
