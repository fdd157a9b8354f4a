package nearside.desktop.chat;

import nearside.desktop.pace.Background;
import nearside.storage.ConversationId;
import nearside.storage.Conversations;
import nearside.storage.Drafts;
import nearside.storage.Message;

import java.util.List;
import java.util.Optional;

/// Reads conversations with their drafts, off the UI thread.
record ChatStore(
        Conversations conversations, Drafts drafts, Background background, Remembered remembered) {

    private record Stored(List<Message> messages, String draft) {}

    /// Fills the transcript; what was typed in the meantime stays.
    void fill(Transcript transcript) {
        Optional<ConversationId> id = transcript.id();
        background.ask(() -> read(id), stored -> put(transcript, stored));
    }

    private Stored read(Optional<ConversationId> id) {
        return new Stored(id.map(conversations::messages).orElse(List.of()), drafts.of(id));
    }

    private void put(Transcript transcript, Stored stored) {
        transcript.isFilled();
        transcript.rows().addAll(0, remembered.rows(stored.messages()));
        if (transcript.draft().get().isEmpty()) {
            transcript.draft().set(stored.draft());
        }
    }
}
