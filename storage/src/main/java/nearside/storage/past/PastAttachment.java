package nearside.storage.past;

import nearside.storage.text.WellFormed;

import java.util.Objects;
import java.util.Optional;

/// A file that belongs to a message.
///
/// @param size how many bytes it has, or had
/// @param bytes what it holds; empty when that cannot be read any more
public record PastAttachment(String id, String name, long size, Optional<PastBytes> bytes) {
    /// The largest one that is taken.
    public static final int MOST_BYTES = 64 << 20;

    public PastAttachment {
        Objects.requireNonNull(id);
        name = WellFormed.of(name);
        if (bytes.filter(it -> it.size() != size).isPresent() || size < 0) {
            throw new IllegalArgumentException("%d bytes in %s".formatted(size, bytes));
        }
    }

    public static PastAttachment of(String id, String name, PastBytes bytes) {
        return new PastAttachment(id, name, bytes.size(), Optional.of(bytes));
    }
}
