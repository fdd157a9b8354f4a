package nearside.storage.search;

import java.util.Objects;

/// A word, or several that must follow each other.
///
/// @param text as it was typed
public record Term(String text, Kind kind) {
    public Term {
        Objects.requireNonNull(text);
        Objects.requireNonNull(kind);
    }

    /// How much of it was given.
    public enum Kind {
        WHOLE,
        /// The last word may go on.
        BEGINNING
    }
}
