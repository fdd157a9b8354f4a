package nearside.desktop.chat;

/// What was given up so that an answer could be written here, and can be had otherwise.
public enum Rung {
    /// What the model has read is kept as bytes.
    SMALL_CACHE,
    /// A smaller model stands in for the chosen one.
    SMALLER_MODEL,
    /// Earlier messages are left out.
    LEFT_OUT,
    /// The answer can be short only.
    SHORT_REPLY;

    /// Whether it can be had always; else it is what is done anyway where there is no other way.
    public boolean canBeKept() {
        return switch (this) {
            case SMALL_CACHE, SMALLER_MODEL -> true;
            case LEFT_OUT, SHORT_REPLY -> false;
        };
    }

    /// What a person says to it.
    public enum Say {
        /// Not again.
        UNDO,
        /// From now on.
        KEEP
    }
}
