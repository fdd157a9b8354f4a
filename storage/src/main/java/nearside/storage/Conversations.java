package nearside.storage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The conversations of a profile. Every call blocks until the database has answered; changes are
/// committed on return.
public final class Conversations {
    /// Newest first, without the deleted ones.
    public List<Conversation> list() {
        throw new UnsupportedOperationException();
    }

    public Optional<Conversation> find(ConversationId id) {
        throw new UnsupportedOperationException();
    }

    /// The shown path through the message tree, first message first.
    public List<Message> messages(ConversationId id) {
        throw new UnsupportedOperationException();
    }

    /// Tokens of all messages on the shown path by the tokenizer of that hash; empty when one was
    /// never counted.
    public OptionalInt tokens(ConversationId id, String tokenizerHash) {
        throw new UnsupportedOperationException();
    }

    public void rename(ConversationId id, String title) {
        throw new UnsupportedOperationException();
    }

    /// Hides the conversation; [#restore] brings it back. It is removed for good 30 days later.
    public void delete(ConversationId id) {
        throw new UnsupportedOperationException();
    }

    public void restore(ConversationId id) {
        throw new UnsupportedOperationException();
    }
}
