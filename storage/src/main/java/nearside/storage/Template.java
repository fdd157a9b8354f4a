package nearside.storage;

import java.util.Objects;

/// Something a person keeps to use again.
///
/// @param id empty for one that is not kept yet
public record Template(String id, Kind kind, String name, String text) {
    public Template {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
    }

    /// One that is not kept yet.
    public static Template fresh(Kind kind, String name, String text) {
        return new Template("", kind, name, text);
    }

    /// What it is.
    public enum Kind {
        /// Text to ask with.
        PROMPT,
        /// A way to ask a model, as JSON.
        PRESET
    }
}
