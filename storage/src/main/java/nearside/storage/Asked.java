package nearside.storage;

import java.util.Optional;

/// A question, where it was asked, and what the model is told before a new conversation.
///
/// @param beside the question in whose place it is asked; empty at the end of the shown path
record Asked(
        Optional<ConversationId> conversation,
        Optional<String> system,
        String question,
        Optional<MessageId> beside) {

    /// One at the end of the shown path.
    Asked(Optional<ConversationId> conversation, Optional<String> system, String question) {
        this(conversation, system, question, Optional.empty());
    }

    /// The messages that a turn puts into the file, each under an id of its own.
    record Ids(Journal.Begun begun, MessageId system) {}
}
