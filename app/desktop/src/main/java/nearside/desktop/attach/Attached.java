package nearside.desktop.attach;

import nearside.storage.Attachment;
import nearside.storage.AttachmentId;

import java.util.Objects;
import java.util.Optional;

/// A file at a question, or beside what is typed.
///
/// @param id by which it is kept; empty in a conversation of which nothing is kept
/// @param text what is in it, where it is kept nowhere else
public record Attached(Optional<AttachmentId> id, String name, long bytes, Optional<String> text) {
    public Attached {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
    }

    /// One that is kept.
    public static Attached of(Attachment kept) {
        return new Attached(Optional.of(kept.id()), kept.name(), kept.bytes(), Optional.empty());
    }
}
