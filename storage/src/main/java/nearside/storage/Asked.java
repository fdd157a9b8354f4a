package nearside.storage;

import java.util.List;
import java.util.Optional;

/// A question, where it was asked, and what the model is told before a new conversation.
///
/// @param files what goes with it, from beside the draft or from another question
/// @param beside the question in whose place it is asked; empty at the end of the shown path
record Asked(
        Optional<ConversationId> conversation,
        Optional<String> system,
        String question,
        List<AttachmentId> files,
        Optional<MessageId> beside) {
    Asked {
        files = List.copyOf(files);
    }

    /// One at the end of the shown path, without files.
    Asked(Optional<ConversationId> conversation, Optional<String> system, String question) {
        this(conversation, system, question, List.of(), Optional.empty());
    }

    /// What a turn puts into the file, each under an id of its own.
    ///
    /// @param files one for each file
    record Ids(Journal.Begun begun, MessageId system, List<AttachmentId> files) {
        Ids {
            files = List.copyOf(files);
        }
    }
}
