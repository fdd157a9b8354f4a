package nearside.desktop.chat;

import nearside.desktop.pace.Background;
import nearside.storage.ConversationId;
import nearside.storage.Conversations;
import nearside.storage.Drafts;
import nearside.storage.Message;
import nearside.storage.MessageId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads conversations with their drafts, off the UI thread.
record ChatStore(
        Conversations conversations, Drafts drafts, Background background, Remembered remembered) {

    /// As many as are seen at once, and more.
    private static final int AT_FIRST = 40;

    /// @param last the end of the path
    private record Stored(List<Message> last, String draft) {}

    /// @param siblings of the messages that have any
    private record Path(List<Message> messages, Map<MessageId, List<MessageId>> siblings) {}

    private record Changed(Path path, MessageId shown) {}

    /// Fills the transcript, its end first; what was typed in the meantime stays.
    void fill(Transcript transcript) {
        Optional<ConversationId> id = transcript.id();
        background.ask(() -> read(id), stored -> put(transcript, stored));
    }

    private Stored read(Optional<ConversationId> id) {
        return new Stored(
                id.map(it -> conversations.last(it, AT_FIRST)).orElse(List.of()), drafts.of(id));
    }

    private Path path(ConversationId id) {
        return new Path(conversations.messages(id), conversations.siblings(id));
    }

    private void put(Transcript transcript, Stored stored) {
        transcript.isFilled();
        List<Row> last = remembered.rows(stored.last());
        transcript.rows().addAll(0, last);
        if (transcript.draft().get().isEmpty()) {
            transcript.draft().set(stored.draft());
        }
        if (last.isEmpty()) {
            transcript.isWhole();
        } else {
            complete(transcript);
        }
    }

    /// Puts what was said before all that is there above it.
    private void complete(Transcript transcript) {
        transcript
                .id()
                .ifPresent(
                        id -> background.ask(() -> path(id), path -> complete(transcript, path)));
    }

    /// Where the first row is not on the path, another one is shown by now, or it is not saved yet.
    private void complete(Transcript transcript, Path path) {
        List<Row> all = remembered.rows(path.messages());
        if (!transcript.whole() && !transcript.rows().isEmpty()) {
            Optional<MessageId> first = transcript.rows().getFirst().id();
            int before = (int) all.stream().takeWhile(row -> !row.id().equals(first)).count();
            if (before < all.size()) {
                transcript.rows().addAll(0, all.subList(0, before));
                transcript.isWhole();
            }
        }
        transcript.forksAt(path.siblings());
        showMissing(transcript);
    }

    /// Goes the way through a message that is wanted and not on the shown one.
    void showMissing(Transcript transcript) {
        transcript.missing().ifPresent(message -> show(transcript, message));
    }

    /// Tells the rows what else was said at their places.
    void tellForks(Transcript transcript) {
        if (transcript.whole()) {
            transcript
                    .id()
                    .ifPresent(id ->
                            background.ask(() -> conversations.siblings(id), transcript::forksAt));
        } else {
            complete(transcript);
        }
    }

    /// Goes the way through that message.
    void show(Transcript transcript, MessageId message) {
        change(
                transcript,
                () -> {
                    conversations.show(message);
                    return message;
                });
    }

    /// Does something to the stored conversation and shows what became of it.
    ///
    /// @param change gives the message that is looked at afterwards
    void change(Transcript transcript, Supplier<MessageId> change) {
        transcript
                .id()
                .ifPresent(id ->
                        background.ask(
                                () -> {
                                    MessageId shown = change.get();
                                    return new Changed(path(id), shown);
                                },
                                changed -> put(transcript, changed)));
    }

    private void put(Transcript transcript, Changed changed) {
        transcript.becomes(remembered.rows(changed.path().messages()), changed.shown());
        transcript.forksAt(changed.path().siblings());
    }
}
