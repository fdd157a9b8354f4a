package nearside.copilot.context.cost;

/// What a prompt does with the cache of a far side.
public enum CacheUse {
    /// What is there is read, and nothing new is kept: where keeping is asked for, the mark stays
    /// where the prompt before had it.
    READ,
    /// What is there is read, and the whole prompt is kept for the next one.
    READ_AND_WRITE
}
