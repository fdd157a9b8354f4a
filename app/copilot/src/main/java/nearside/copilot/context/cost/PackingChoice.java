package nearside.copilot.context.cost;

/// In which form a conversation leaves for one answer.
public enum PackingChoice {
    /// The frozen bytes of the last packing, and what came since.
    APPEND,
    /// A new packing, which fits the question and is then frozen.
    PACK_AGAIN,
    /// All of it.
    WHOLE
}
