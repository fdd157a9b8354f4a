package nearside.engine;

/// Whether tokens are guessed ahead and checked several in one run. The reply is the same either
/// way (docs/decisions/0007).
public enum Speculation {
    /// What followed the same words before, where that pays.
    PROMPT_LOOKUP,
    /// One token a run.
    NONE
}
