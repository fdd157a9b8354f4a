package nearside.copilot.orchestrator;

/// What a person says to an offer.
public enum Consent {
    /// It may leave as it was shown.
    SEND,
    /// Less of the conversation may; the person is asked again.
    SEND_LESS,
    /// All of the conversation may; the person is asked again.
    SEND_ALL,
    /// Nothing leaves for this answer.
    STAY_HERE,
    /// Nothing leaves of this conversation, now and later.
    NEVER_HERE
}
