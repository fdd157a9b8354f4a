package nearside.storage;

import java.util.Optional;

/// What is being said right now, on disk before it is shown as saved. Every call returns after its
/// commit.
public final class Journal {
    /// Ids of a turn that was just begun.
    public record Begun(ConversationId conversation, MessageId question, MessageId reply) {}

    /// Commits the question and an empty reply under the end of the shown path; without a
    /// conversation, a new one is made with a title from the first words of the question.
    public Begun begin(Optional<ConversationId> conversation, String question) {
        throw new UnsupportedOperationException();
    }

    /// Opens a reply that was stopped or cut off, so that more can be appended to it.
    public Begun resume(MessageId reply) {
        throw new UnsupportedOperationException();
    }

    /// Stores the decision about a reply, as JSON.
    public void decided(MessageId reply, String decision) {
        throw new UnsupportedOperationException();
    }

    public void append(MessageId reply, Message.Segment more) {
        throw new UnsupportedOperationException();
    }

    public void finish(MessageId reply, Message.State state, Optional<Message.Facts> facts) {
        throw new UnsupportedOperationException();
    }

    /// Stores how many tokens a message has by the tokenizer of that hash.
    public void counted(MessageId message, String tokenizerHash, int tokens) {
        throw new UnsupportedOperationException();
    }
}
