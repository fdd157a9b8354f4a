package nearside.storage;

import nearside.storage.database.Session;
import nearside.storage.past.PastMessage;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is here of a conversation that is to be brought in.
///
/// @param texts by the ids of the messages
/// @param attachments their ids
/// @param leaf the end of the shown path
record StoredMessages(
        Standing standing,
        Map<String, String> texts,
        Set<String> attachments,
        Optional<String> leaf) {
    StoredMessages {
        texts = Map.copyOf(texts);
        attachments = Set.copyOf(attachments);
    }

    /// Whether it is here.
    enum Standing {
        ABSENT,
        THERE,
        TRASH
    }

    static final StoredMessages NONE =
            new StoredMessages(Standing.ABSENT, Map.of(), Set.of(), Optional.empty());

    /// Of a conversation that has a key: the rows of one whose key was destroyed say nothing any
    /// more.
    static StoredMessages of(Session session, Contents contents, String id) throws SQLException {
        Optional<Standing> standing =
                session.row(
                        "SELECT deleted_ns IS NULL FROM conversation WHERE id = ?",
                        row -> row.getBoolean(1) ? Standing.THERE : Standing.TRASH,
                        id);
        if (standing.isEmpty()) {
            return NONE;
        }
        Map<String, String> texts = new HashMap<>();
        for (PastMessage message : WholeConversation.messages(session, contents, id)) {
            texts.put(message.id(), message.text());
        }
        return new StoredMessages(
                standing.get(),
                texts,
                new HashSet<>(
                        session.rows(
                                """
                                SELECT a.id FROM attachment a JOIN message m ON m.seq = a.message
                                    JOIN conversation c ON c.seq = m.conversation
                                WHERE c.id = ?
                                """,
                                row -> row.getString(1),
                                id)),
                session.row(
                        """
                        SELECT m.id FROM conversation c JOIN message m ON m.seq = c.leaf
                        WHERE c.id = ?
                        """,
                        row -> row.getString(1),
                        id));
    }
}
