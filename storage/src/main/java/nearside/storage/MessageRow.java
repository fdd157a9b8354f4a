package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;
import nearside.storage.vault.Place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// Where a message stands: its number in the file, its id, and its conversation's id. All that is
/// needed to seal and open what belongs to it.
record MessageRow(long seq, String id, String conversation) {
    private static final String FIND =
            """
            SELECT m.seq, m.id, c.id FROM message m JOIN conversation c ON c.seq = m.conversation
            """;

    static MessageRow of(Session session, MessageId message) throws SQLException {
        return session.row(FIND + "WHERE m.id = ?", MessageRow::read, message.value())
                .orElseThrow(() -> new IllegalArgumentException("No message " + message.value()));
    }

    static Optional<MessageRow> of(Session session, long seq) throws SQLException {
        return session.row(FIND + "WHERE m.seq = ?", MessageRow::read, seq);
    }

    private static MessageRow read(ResultSet row) throws SQLException {
        return new MessageRow(row.getLong(1), row.getString(2), row.getString(3));
    }

    /// Of one run of text.
    Place text(Column column, int ordinal, String source) {
        return Contents.text(column, conversation, id, ordinal, source);
    }

    Place decision() {
        return Column.DECISION.in(conversation, id);
    }
}
