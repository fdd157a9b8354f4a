package nearside.storage;

import java.util.Optional;

/// A question, where it was asked, and what the model is told before a new conversation.
record Asked(Optional<ConversationId> conversation, Optional<String> system, String question) {

    /// The messages that a turn puts into the file, each under an id of its own.
    record Ids(Journal.Begun begun, MessageId system) {}
}
