package nearside.storage;

import nearside.storage.database.Session;
import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastBytes;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The files that belong to messages, sealed block by block.
public final class Attachments {
    /// The largest one that is taken.
    public static final int MOST_BYTES = PastAttachment.MOST_BYTES;

    private static final String FIND =
            """
            SELECT a.seq, a.id, a.name, a.size, c.id AS conversation FROM attachment a
                JOIN message m ON m.seq = a.message JOIN conversation c ON c.seq = m.conversation
            """;

    private final Store store;
    private final TimeOrderedIds ids;

    Attachments(Store store, TimeOrderedIds ids) {
        this.store = store;
        this.ids = ids;
    }

    /// An attachment, its number in the file, and its conversation.
    private record Standing(Attachment attachment, long seq, String conversation) {}

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
        return store
                .read(session ->
                        session.rows(
                                FIND + "WHERE m.id = ? ORDER BY a.seq",
                                this::standing,
                                message.value()))
                .stream()
                .map(Standing::attachment)
                .toList();
    }

    /// All that it holds; empty when it is gone, or some of it cannot be read.
    public Optional<byte[]> bytes(AttachmentId id) {
        return store.read(session -> {
            Optional<Standing> found =
                    session.row(FIND + "WHERE a.id = ?", this::standing, id.value());
            return found.isPresent() ? whole(session, found.get()) : Optional.empty();
        });
    }

    /// Harmless for one that is gone.
    public void remove(AttachmentId id) {
        store.write(session -> session.change("DELETE FROM attachment WHERE id = ?", id.value()));
    }

    private Optional<byte[]> whole(Session session, Standing standing) throws SQLException {
        AttachmentRows rows = rows(standing.conversation(), standing.attachment().id());
        Blocks blocks = Blocks.of(session, rows, standing.seq());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < blocks.count(); i++) {
            Optional<byte[]> block = blocks.read(session, i);
            if (block.isEmpty()) {
                return Optional.empty();
            }
            all.writeBytes(block.get());
        }
        return Optional.of(all.toByteArray())
                .filter(it -> it.length == standing.attachment().bytes());
    }

    private Standing standing(ResultSet row) throws SQLException {
        AttachmentId id = new AttachmentId(row.getString("id"));
        String conversation = row.getString("conversation");
        String name = rows(conversation, id).name(row.getBytes("name")).orElse("");
        return new Standing(
                new Attachment(id, name, row.getLong("size")), row.getLong("seq"), conversation);
    }

    private AttachmentRows rows(String conversation, AttachmentId id) {
        return new AttachmentRows(store.contents(), conversation, id);
    }
}
