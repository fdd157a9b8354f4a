package nearside.desktop.chat;

import nearside.copilot.orchestrator.Setup;
import nearside.desktop.attach.Attached;
import nearside.desktop.pace.Background;
import nearside.storage.Attachment;
import nearside.storage.ConversationId;
import nearside.storage.Message;
import nearside.storage.MessageId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads conversations with their drafts, off the UI thread.
record ChatStore(ChatViewModel.Stores stores, Background background, Remembered remembered) {

    /// As many as are seen at once, and more.
    private static final int AT_FIRST = 40;

    /// @param last the end of the path
    /// @param files beside the draft
    private record Stored(
            List<Row> last, String draft, List<Attachment> files, Optional<Setup> setup) {}

    /// @param siblings of the messages that have any
    private record Path(List<Row> rows, Map<MessageId, List<MessageId>> siblings) {}

    private record Changed(Path path, Optional<MessageId> shown) {}

    /// Fills the transcript, its end first; what was typed in the meantime stays.
    void fill(Transcript transcript) {
        Optional<ConversationId> id = transcript.id();
        background.ask(() -> read(id), stored -> put(transcript, stored));
    }

    private Stored read(Optional<ConversationId> id) {
        return new Stored(
                id.map(it -> rows(it, stores.conversations().last(it, AT_FIRST))).orElse(List.of()),
                stores.drafts().of(id),
                stores.drafts().files().of(id),
                id.flatMap(this::setup));
    }

    /// Where it was never said, what the model was told first stands before the first question.
    private Optional<Setup> setup(ConversationId id) {
        return stores.conversations()
                .setup(id)
                .flatMap(Setup::of)
                .or(() ->
                        stores.conversations()
                                .told(id)
                                .map(told ->
                                        new Setup(
                                                told,
                                                Setup.DEFAULT.sampling(),
                                                Setup.USUAL_LIMIT)));
    }

    private Path path(ConversationId id) {
        return new Path(
                rows(id, stores.conversations().messages(id)), stores.conversations().siblings(id));
    }

    private List<Row> rows(ConversationId id, List<Message> messages) {
        List<Row> rows = remembered.rows(messages, stores.attachments().in(id));
        Set<MessageId> pinned = stores.conversations().pinned(id);
        rows.stream()
                .filter(row -> row.id().filter(pinned::contains).isPresent())
                .forEach(row -> row.pin(Row.Pin.PINNED));
        return rows;
    }

    private void put(Transcript transcript, Stored stored) {
        transcript.isFilled();
        List<Row> last = stored.last();
        stored.setup().ifPresent(transcript::setUp);
        transcript.files().addAll(0, stored.files().stream().map(Attached::of).toList());
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
        List<Row> all = path.rows();
        if (!transcript.whole() && !transcript.rows().isEmpty()) {
            Optional<MessageId> first = transcript.rows().getFirst().id();
            int before = (int) all.stream().takeWhile(row -> !row.id().equals(first)).count();
            if (before < all.size()) {
                transcript.rows().addAll(0, all.subList(0, before));
                transcript.isWhole();
            }
        }
        transcript.forksAt(path.siblings());
        showMissing(() -> transcript);
    }

    /// Goes the way through a message that is wanted and not on the shown one.
    void showMissing(Supplier<Transcript> open) {
        open.get().missing().ifPresent(message -> show(open, message));
    }

    /// Tells the rows what else was said at their places.
    void tellForks(Transcript transcript) {
        if (transcript.whole()) {
            transcript
                    .id()
                    .ifPresent(id ->
                            background.ask(
                                    () -> stores.conversations().siblings(id),
                                    transcript::forksAt));
        } else {
            complete(transcript);
        }
    }

    /// Keeps how a model is asked there, of one that is begun and kept.
    void keepSetup(Transcript transcript) {
        String json = transcript.setup().get().json();
        transcript
                .id()
                .ifPresent(id -> background.tell(() -> stores.conversations().setUp(id, json)));
    }

    /// Goes the way through that message.
    void show(Supplier<Transcript> open, MessageId message) {
        change(
                open,
                () -> {
                    stores.conversations().show(message);
                    return message;
                });
    }

    /// Takes a message away with all that was said below it.
    void remove(Supplier<Transcript> open, ConversationId of, MessageId message) {
        change(
                open,
                of,
                () -> {
                    stores.ways().remove(message);
                    return Optional.empty();
                });
    }

    /// Brings back what was taken away with that message.
    void restore(Supplier<Transcript> open, ConversationId of, MessageId message) {
        change(
                open,
                of,
                () -> {
                    stores.ways().restore(message);
                    return Optional.of(message);
                });
    }

    /// Always has a message read from now on, or no longer.
    ///
    /// @param done told when the rows show it
    void pin(Transcript transcript, MessageId message, Row.Pin next, Runnable done) {
        ConversationId id = transcript.id().orElseThrow();
        background.ask(
                () -> {
                    switch (next) {
                        case PINNED -> stores.conversations().pin(message);
                        case LOOSE -> stores.conversations().unpin(message);
                    }
                    return stores.conversations().pinned(id);
                },
                pinned -> {
                    transcript.pins(pinned);
                    done.run();
                });
    }

    /// Begins another conversation with the way to that message.
    void fork(MessageId end, Consumer<ConversationId> begun) {
        background.ask(() -> stores.ways().fork(end), begun);
    }

    /// Does something to a stored conversation and shows what became of the open one.
    ///
    /// @param change gives the message that is looked at afterwards
    void change(Supplier<Transcript> open, Supplier<MessageId> change) {
        open.get().id().ifPresent(id -> change(open, id, () -> Optional.of(change.get())));
    }

    private void change(
            Supplier<Transcript> open, ConversationId of, Supplier<Optional<MessageId>> change) {
        background.ask(
                () -> {
                    Optional<MessageId> shown = change.get();
                    return new Changed(path(of), shown);
                },
                changed -> put(open.get(), of, changed));
    }

    /// Another one may be looked at by now.
    private void put(Transcript transcript, ConversationId id, Changed changed) {
        if (transcript.id().equals(Optional.of(id))) {
            transcript.becomes(changed.path().rows(), changed.shown());
            transcript.forksAt(changed.path().siblings());
        }
    }
}
