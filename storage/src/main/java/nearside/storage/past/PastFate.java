package nearside.storage.past;

import java.util.Objects;

/// What becomes of one conversation that is brought in.
public record PastFate(Kind kind, PastTally.Messages messages) {
    public PastFate {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(messages);
    }

    /// The conversation as a whole.
    public enum Kind {
        FRESH,
        GROWN,
        BACK,
        KNOWN
    }
}
