package nearside.storage;

import nearside.storage.database.Session;
import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastBytes;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastMessage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The attachments of a conversation that is taken away. All of their blocks are opened once, to
/// know which can be read, and once more when they are wanted: they are never in memory as a whole.
record TakenFiles(Store store, Session session) {
    private static final String ATTACHMENTS =
            """
            SELECT a.seq, a.id, a.size, a.name, m.id AS message FROM attachment a
                JOIN message m ON m.seq = a.message JOIN conversation c ON c.seq = m.conversation
            WHERE c.id = ? ORDER BY a.seq
            """;

    /// Stands for a name that cannot be read any more.
    private static final String UNREADABLE = "\uFFFD";

    /// The conversation with all of them.
    PastConversation with(PastConversation bare) throws SQLException {
        Map<String, List<PastAttachment>> files = new HashMap<>();
        for (Kept kept : session.rows(ATTACHMENTS, row -> kept(row, bare.id()), bare.id())) {
            files.computeIfAbsent(kept.message(), none -> new ArrayList<>()).add(taken(kept));
        }
        List<PastMessage> messages = new ArrayList<>();
        for (PastMessage message : bare.messages()) {
            messages.add(message.with(files.getOrDefault(message.id(), List.of())));
        }
        return bare.with(messages);
    }

    private record Kept(AttachmentRows rows, long seq, String message, String name, long size) {}

    private Kept kept(ResultSet row, String conversation) throws SQLException {
        AttachmentRows rows =
                new AttachmentRows(
                        store.contents(), conversation, new AttachmentId(row.getString("id")));
        return new Kept(
                rows,
                row.getLong("seq"),
                row.getString("message"),
                rows.name(row.getBytes("name")).orElse(UNREADABLE),
                row.getLong("size"));
    }

    private PastAttachment taken(Kept kept) throws SQLException {
        Blocks blocks = Blocks.of(session, kept.rows(), kept.seq());
        return new PastAttachment(
                kept.rows().id().value(),
                kept.name(),
                kept.size(),
                blocks.hold(session, kept.size())
                        ? Optional.of(
                                new PastBytes(kept.size(), () -> new BlockStream(store, blocks)))
                        : Optional.empty());
    }
}
