package nearside.copilot.orchestrator;

/// Whether a model that sees a conversation in part may ask for more of it, once.
enum More {
    MAY_ASK,
    NO
}
