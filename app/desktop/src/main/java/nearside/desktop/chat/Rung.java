package nearside.desktop.chat;

/// What was given up so that an answer could be written here, and can be had otherwise.
public enum Rung {
    /// What the model has read is kept as bytes.
    SMALL_CACHE,
    /// A smaller model stands in for the chosen one.
    SMALLER_MODEL;

    /// What a person says to it.
    public enum Say {
        /// Not again.
        UNDO,
        /// From now on.
        KEEP
    }
}
