package nearside.storage;

import java.util.Optional;

/// What was typed but not sent yet, for each conversation and for the one not begun.
public final class Drafts {
    public String of(Optional<ConversationId> conversation) {
        throw new UnsupportedOperationException();
    }

    /// An empty text removes the draft.
    public void save(Optional<ConversationId> conversation, String text) {
        throw new UnsupportedOperationException();
    }
}
