package nearside.storage;

import nearside.storage.database.Session;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Reads every message of a database by its id, whatever leads to it.
record DamageReading(Session session, Contents contents) {
    /// A text of which something cannot be read ends so.
    static final String UNREADABLE = "\0unreadable";

    private static final String RUNS =
            """
            SELECT kind, ordinal, source, text, m.seq, m.id, c.id AS conversation FROM (
                SELECT 'SEGMENT' AS kind, message, ordinal, source, text FROM segment
                UNION ALL SELECT 'PIECE', message, ordinal, source, text FROM piece) r
            JOIN message m ON m.seq = r.message JOIN conversation c ON c.seq = m.conversation
            ORDER BY m.seq, kind DESC, ordinal
            """;

    Map<String, String> texts() throws SQLException {
        Map<String, String> texts = new HashMap<>();
        Set<String> unreadable = new HashSet<>();
        session.rows(
                RUNS,
                row -> {
                    MessageRow message =
                            new MessageRow(
                                    row.getLong("seq"),
                                    row.getString("id"),
                                    row.getString("conversation"));
                    Segments.Run run = Segments.read(row, contents, message);
                    String text = run.segment().map(Message.Segment::text).orElse("");
                    texts.merge(message.id(), text, String::concat);
                    return run.segment().isPresent() || unreadable.add(message.id());
                });
        unreadable.forEach(id -> texts.merge(id, UNREADABLE, String::concat));
        return texts;
    }
}
