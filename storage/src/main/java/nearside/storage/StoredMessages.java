package nearside.storage;

import nearside.storage.database.Session;
import nearside.storage.past.PastMessage;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is here of a conversation that is to be brought in.
///
/// @param texts by the ids of the messages
/// @param leaf the end of the shown path
record StoredMessages(Standing standing, Map<String, String> texts, Optional<String> leaf) {
    StoredMessages {
        texts = Map.copyOf(texts);
    }

    /// Whether it is here.
    enum Standing {
        ABSENT,
        THERE,
        TRASH
    }

    static final StoredMessages NONE =
            new StoredMessages(Standing.ABSENT, Map.of(), Optional.empty());

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
                session.row(
                        """
                        SELECT m.id FROM conversation c JOIN message m ON m.seq = c.leaf
                        WHERE c.id = ?
                        """,
                        row -> row.getString(1),
                        id));
    }
}
