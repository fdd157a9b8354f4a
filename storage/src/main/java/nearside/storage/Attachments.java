package nearside.storage;

import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastBytes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files that belong to messages, sealed block by block.
public final class Attachments {
    /// The largest one that is taken.
    public static final int MOST_BYTES = PastAttachment.MOST_BYTES;

    private static final String FIND =
            """
            SELECT a.seq, a.id, a.name, a.size, m.id AS message, c.id AS conversation FROM attachment a
                JOIN message m ON m.seq = a.message JOIN conversation c ON c.seq = m.conversation
            """;

    private final Store store;
    private final TimeOrderedIds ids;

    Attachments(Store store, TimeOrderedIds ids) {
        this.store = store;
        this.ids = ids;
    }

    /// It is on the disk when this returns.
    public Attachment add(MessageId message, String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "At most %d bytes expected, found %d in %s"
                            .formatted(MOST_BYTES, bytes.length, name));
        }
        Attachment fresh = new Attachment(new AttachmentId(ids.next()), name, bytes.length);
        MessageRow row = store.read(session -> MessageRow.of(session, message));
        store.write(session -> {
            rows(row.conversation(), fresh.id())
                    .put(session, row.id(), name, PastBytes.of(List.of(bytes)));
            return fresh;
        });
        return fresh;
    }

    /// Those of one message, in the order in which they were attached.
    public List<Attachment> of(MessageId message) {
        return store.read(session ->
                session.rows(
                        FIND + "WHERE m.id = ? ORDER BY a.seq", this::attachment, message.value()));
    }

    /// Those of all messages of a conversation that have any.
    public Map<MessageId, List<Attachment>> in(ConversationId conversation) {
        Map<MessageId, List<Attachment>> found = new HashMap<>();
        store.read(session ->
                session.rows(
                        FIND + "WHERE c.id = ? ORDER BY a.seq",
                        row ->
                                found.computeIfAbsent(
                                                new MessageId(row.getString("message")),
                                                none -> new ArrayList<>())
                                        .add(attachment(row)),
                        conversation.value()));
        return found;
    }

    /// All that it holds, also of one that waits beside a draft; empty when it is gone, or some of
    /// it cannot be read.
    public Optional<byte[]> bytes(AttachmentId id) {
        return store.read(session -> new FileSource(session, store.contents()).find(id))
                .map(found -> found.bytes().all());
    }

    /// Harmless for one that is gone.
    public void remove(AttachmentId id) {
        store.write(session -> session.change("DELETE FROM attachment WHERE id = ?", id.value()));
    }

    private Attachment attachment(ResultSet row) throws SQLException {
        AttachmentId id = new AttachmentId(row.getString("id"));
        String conversation = row.getString("conversation");
        String name = rows(conversation, id).name(row.getBytes("name")).orElse("");
        return new Attachment(id, name, row.getLong("size"));
    }

    private AttachmentRows rows(String conversation, AttachmentId id) {
        return new AttachmentRows(store.contents(), conversation, id);
    }
}
