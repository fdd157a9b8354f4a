package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.vault.Place;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The files that belong to messages, sealed block by block. Each block is sealed for its place and
/// for the number of all, so that none can be left out or moved.
public final class Attachments {
    /// The largest one that is taken.
    public static final int MOST_BYTES = 64 << 20;

    private static final int BLOCK = 1 << 20;

    private static final String FIND =
            """
            SELECT a.id, a.name, a.size, c.id AS conversation FROM attachment a
                JOIN message m ON m.seq = a.message JOIN conversation c ON c.seq = m.conversation
            """;

    private final Store store;
    private final TimeOrderedIds ids;

    Attachments(Store store, TimeOrderedIds ids) {
        this.store = store;
        this.ids = ids;
    }

    /// An attachment and its conversation.
    private record Standing(Attachment attachment, String conversation) {}

    /// It is on the disk when this returns.
    public Attachment add(MessageId message, String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "At most %d bytes expected, found %d in %s"
                            .formatted(MOST_BYTES, bytes.length, name));
        }
        Attachment fresh = new Attachment(new AttachmentId(ids.next()), name, bytes.length);
        MessageRow row = store.read(session -> MessageRow.of(session, message));
        byte[] sealedName = store.contents().seal(nameOf(row.conversation(), fresh.id()), name);
        List<byte[]> blocks = sealed(row.conversation(), fresh.id(), bytes);
        store.write(session -> {
            session.change(
                    """
                    INSERT INTO attachment (id, message, size, name)
                    SELECT ?1, seq, ?3, ?4 FROM message WHERE id = ?2
                    """,
                    fresh.id().value(),
                    row.id(),
                    fresh.bytes(),
                    sealedName);
            for (int i = 0; i < blocks.size(); i++) {
                session.change(
                        """
                        INSERT INTO attachment_block (attachment, ordinal, bytes)
                        SELECT seq, ?2, ?3 FROM attachment WHERE id = ?1
                        """,
                        fresh.id().value(),
                        i,
                        blocks.get(i));
            }
            return blocks;
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
            List<byte[]> blocks =
                    session.rows(
                            """
                            SELECT b.bytes FROM attachment_block b
                                JOIN attachment a ON a.seq = b.attachment
                            WHERE a.id = ? ORDER BY b.ordinal
                            """,
                            row -> row.getBytes(1),
                            id.value());
            return found.flatMap(it -> opened(it, blocks));
        });
    }

    /// Harmless for one that is gone.
    public void remove(AttachmentId id) {
        store.write(session -> session.change("DELETE FROM attachment WHERE id = ?", id.value()));
    }

    private List<byte[]> sealed(String conversation, AttachmentId id, byte[] bytes) {
        int count = count(bytes.length);
        List<byte[]> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = i * BLOCK;
            byte[] plain = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + BLOCK));
            blocks.add(store.contents().seal(block(conversation, id, i, count), plain));
        }
        return blocks;
    }

    private Optional<byte[]> opened(Standing standing, List<byte[]> blocks) {
        Attachment attachment = standing.attachment();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < blocks.size(); i++) {
            Place place = block(standing.conversation(), attachment.id(), i, blocks.size());
            Optional<byte[]> plain = store.contents().bytes(place, blocks.get(i));
            if (plain.isEmpty()) {
                return Optional.empty();
            }
            all.writeBytes(plain.get());
        }
        return Optional.of(all.toByteArray()).filter(it -> it.length == attachment.bytes());
    }

    /// One that holds nothing has one empty block, so that none missing is seen.
    private static int count(int bytes) {
        return Math.max(1, Math.ceilDiv(bytes, BLOCK));
    }

    private Standing standing(ResultSet row) throws SQLException {
        AttachmentId id = new AttachmentId(row.getString("id"));
        String conversation = row.getString("conversation");
        String name =
                store.contents().text(nameOf(conversation, id), row.getBytes("name")).orElse("");
        return new Standing(new Attachment(id, name, row.getLong("size")), conversation);
    }

    private static Place nameOf(String conversation, AttachmentId id) {
        return Column.ATTACHMENT_NAME.in(conversation, id.value());
    }

    private static Place block(String conversation, AttachmentId id, int ordinal, int count) {
        return Column.ATTACHMENT.in(conversation, id.value() + " " + ordinal + " " + count);
    }
}
