package nearside.storage;

import java.util.Objects;

/// The id of a message: a UUIDv7, made by this program before the row is written, or a UUIDv8 of
/// where it was brought in from.
public record MessageId(String value) {
    public MessageId {
        Objects.requireNonNull(value);
    }
}
