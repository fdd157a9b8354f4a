package nearside.storage;

/// What was committed and must be read for search.
sealed interface Change {
    /// A message was begun or has more text.
    record OfMessage(MessageId id) implements Change {}

    /// A conversation has another title, folder or place.
    record OfTitle(ConversationId id) implements Change {}

    /// A conversation came with all its messages.
    record OfAll(ConversationId id) implements Change {}

    /// Something was forgotten: what is left of its words goes, too.
    record Forgotten() implements Change {}
}
