package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;
import nearside.storage.vault.Place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Files that wait beside a draft until its question is sent.
public final class DraftFiles {
    /// The largest one that is taken.
    public static final int MOST_BYTES = 16 << 20;

    private static final String ALL =
            "SELECT id, name, size FROM draft_file WHERE conversation = ? ORDER BY seq";

    private static final String MOVE =
            "UPDATE draft_file SET conversation = ?, name = ?, bytes = ? WHERE id = ?";

    private final Store store;
    private final TimeOrderedIds ids;

    DraftFiles(Store store, TimeOrderedIds ids) {
        this.store = store;
        this.ids = ids;
    }

    /// It is on the disk when this returns.
    ///
    /// @param conversation empty for the one not begun
    public Attachment add(Optional<ConversationId> conversation, String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "At most %d bytes expected, found %d".formatted(MOST_BYTES, bytes.length));
        }
        String owner = Drafts.id(conversation);
        Attachment fresh = new Attachment(new AttachmentId(ids.next()), name, bytes.length);
        store.write(session ->
                session.change(
                        """
                        INSERT INTO draft_file (id, conversation, size, name, bytes)
                        VALUES (?, ?, ?, ?, ?)
                        """,
                        fresh.id().value(),
                        owner,
                        bytes.length,
                        store.contents().seal(name(owner, fresh.id()), name),
                        store.contents().seal(bytes(owner, fresh.id()), bytes)));
        return fresh;
    }

    /// Those of one draft, in the order in which they were added.
    ///
    /// @param conversation empty for the one not begun
    public List<Attachment> of(Optional<ConversationId> conversation) {
        String owner = Drafts.id(conversation);
        return store.read(session -> session.rows(ALL, row -> attachment(row, owner), owner));
    }

    /// Harmless for one that is gone.
    public void remove(AttachmentId id) {
        store.write(session -> remove(session, id));
    }

    /// The conversation that was not begun is begun: what still waits there belongs to it.
    public void begun(ConversationId conversation) {
        store.write(session -> {
            List<Attachment> waiting =
                    session.rows(ALL, row -> attachment(row, Drafts.NOT_BEGUN), Drafts.NOT_BEGUN);
            for (Attachment file : waiting) {
                move(session, file, conversation.value());
            }
            return waiting;
        });
    }

    static int remove(Session session, AttachmentId id) throws SQLException {
        return session.change("DELETE FROM draft_file WHERE id = ?", id.value());
    }

    static Place name(String conversation, AttachmentId id) {
        return Column.DRAFT_FILE_NAME.in(conversation, id.value());
    }

    static Place bytes(String conversation, AttachmentId id) {
        return Column.DRAFT_FILE.in(conversation, id.value());
    }

    private void move(Session session, Attachment file, String to) throws SQLException {
        Optional<byte[]> bytes =
                new FileSource(session, store.contents())
                        .find(file.id())
                        .map(found -> found.bytes().all());
        if (bytes.isPresent()) {
            session.change(
                    MOVE,
                    to,
                    store.contents().seal(name(to, file.id()), file.name()),
                    store.contents().seal(bytes(to, file.id()), bytes.get()),
                    file.id().value());
        }
    }

    private Attachment attachment(ResultSet row, String conversation) throws SQLException {
        AttachmentId id = new AttachmentId(row.getString("id"));
        String name =
                store.contents().text(name(conversation, id), row.getBytes("name")).orElse("");
        return new Attachment(id, name, row.getLong("size"));
    }
}
