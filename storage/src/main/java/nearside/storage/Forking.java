package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastBytes;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastMessage;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Copies the way to a message into a conversation of its own, under new ids.
record Forking(Store store, TimeOrderedIds ids, InstantSource clock) {
    private static final String OWNER =
            """
            SELECT c.id FROM message m JOIN conversation c ON c.seq = m.conversation
            WHERE m.id = ? AND m.removed_ns IS NULL
            """;

    private static final String SETUP = "SELECT setup FROM conversation WHERE id = ?";

    /// It stands where one stands that was gone on with now.
    private static final String NOW =
            "UPDATE conversation SET setup = ?2, changed = leaf WHERE id = ?1";

    ConversationId at(MessageId end) {
        String from =
                store.read(session -> session.row(OWNER, row -> row.getString(1), end.value()))
                        .orElseThrow(
                                () -> new IllegalArgumentException("No message " + end.value()));
        PastConversation whole =
                store.read(session ->
                                WholeConversation.find(
                                        session, store.contents(), new ConversationId(from)))
                        .orElseThrow(() -> new IllegalArgumentException("No conversation " + from));
        PastConversation copy = copy(whole, end.value());
        store.secrets().makeKeys(List.of(copy.id()));
        store.write(session -> {
            new BroughtRows(session, store.contents(), ids)
                    .put(copy, Additions.of(copy, StoredMessages.NONE));
            Optional<byte[]> setup =
                    session.row(SETUP, row -> Optional.ofNullable(row.getBytes(1)), from)
                            .flatMap(sealed -> sealed)
                            .flatMap(sealed ->
                                    store.contents().text(Column.SETUP.in(from, from), sealed))
                            .map(text ->
                                    store.contents()
                                            .seal(Column.SETUP.in(copy.id(), copy.id()), text));
            return session.change(NOW, copy.id(), setup);
        });
        return new ConversationId(copy.id());
    }

    private PastConversation copy(PastConversation whole, String end) {
        Instant now = clock.instant();
        List<PastMessage> path = new ArrayList<>();
        Optional<String> last = Optional.empty();
        for (PastMessage message : path(whole, end)) {
            PastMessage copied = copy(message, last);
            path.add(copied);
            last = Optional.of(copied.id());
        }
        return new PastConversation(
                ids.next(),
                new PastConversation.Head(whole.head().title(), now, now),
                new PastConversation.Filing(
                        whole.filing().folder(), whole.filing().tags(), Optional.empty()),
                path,
                last,
                Optional.empty());
    }

    private static List<PastMessage> path(PastConversation whole, String end) {
        Map<String, PastMessage> all = new HashMap<>();
        whole.messages().forEach(message -> all.put(message.id(), message));
        List<PastMessage> path = new ArrayList<>();
        Optional<PastMessage> at = Optional.ofNullable(all.get(end));
        while (at.isPresent()) {
            path.addFirst(at.get());
            at = at.get().parent().map(all::get);
        }
        return path;
    }

    private PastMessage copy(PastMessage message, Optional<String> parent) {
        return new PastMessage(
                ids.next(),
                parent,
                message.head(),
                new PastMessage.Content(message.content().runs(), files(message)),
                message.making(),
                message.extra());
    }

    private List<PastAttachment> files(PastMessage message) {
        Attachments attachments = new Attachments(store, ids);
        List<PastAttachment> copies = new ArrayList<>();
        for (Attachment file : attachments.of(new MessageId(message.id()))) {
            Optional<PastBytes> bytes =
                    attachments.bytes(file.id()).map(found -> PastBytes.of(List.of(found)));
            copies.add(new PastAttachment(ids.next(), file.name(), file.bytes(), bytes));
        }
        return copies;
    }
}
