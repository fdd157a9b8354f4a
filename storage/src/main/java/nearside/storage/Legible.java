package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/// What of a database can be read, text by text.
record Legible(Session session, Contents contents) {
    private static final String RUNS =
            """
            SELECT kind, ordinal, source, text, m.seq, m.id, c.id AS conversation FROM (
                SELECT 'SEGMENT' AS kind, message, ordinal, source, text FROM segment
                UNION ALL SELECT 'PIECE', message, ordinal, source, text FROM piece) r
            JOIN message m ON m.seq = r.message JOIN conversation c ON c.seq = m.conversation
            WHERE c.seq = ?
            """;

    /// Messages that must have text: what people ask, and what was written to its end.
    private static final String WITHOUT =
            """
            SELECT count(*) FROM message m
            WHERE (speaker <> 'ASSISTANT' OR state IN ('DONE', 'LENGTH'))
                AND NOT EXISTS (SELECT 1 FROM segment s WHERE s.message = m.seq)
                AND NOT EXISTS (SELECT 1 FROM piece p WHERE p.message = m.seq)
            """;

    Recovered.Found counted(int orphans, int fromBackup) throws SQLException {
        return found(count(WITHOUT), orphans, fromBackup);
    }

    /// The same of tables that are whole: there a reply without text was one.
    Recovered.Found countedWhole() throws SQLException {
        return found(0, 0, 0);
    }

    private Recovered.Found found(int without, int orphans, int fromBackup) throws SQLException {
        int damaged = without;
        for (long conversation :
                session.rows("SELECT seq FROM conversation", row -> row.getLong(1))) {
            damaged += damagedMessages(conversation).size();
        }
        return new Recovered.Found(
                count("SELECT count(*) FROM conversation"),
                count("SELECT count(*) FROM message") - damaged,
                damaged,
                orphans,
                fromBackup);
    }

    /// Whether all of a conversation can be read, its title, too.
    boolean reads(TableRow conversation) throws SQLException {
        String id = conversation.text("id");
        return contents.opens(Column.TITLE.in(id, id), conversation.bytes("title"))
                && damagedMessages(conversation.number("seq")).isEmpty();
    }

    /// Ids of the messages of a conversation of which some text cannot be read.
    Set<String> damagedMessages(long conversation) throws SQLException {
        Set<String> damaged = new HashSet<>();
        session.rows(
                RUNS,
                row -> {
                    MessageRow message =
                            new MessageRow(
                                    row.getLong("seq"),
                                    row.getString("id"),
                                    row.getString("conversation"));
                    boolean opens =
                            contents.opens(
                                    message.text(
                                            Column.valueOf(row.getString("kind")),
                                            row.getInt("ordinal"),
                                            row.getString("source")),
                                    row.getBytes("text"));
                    return !opens && damaged.add(message.id());
                },
                conversation);
        return damaged;
    }

    private int count(String query) throws SQLException {
        return session.row(query, row -> row.getInt(1)).orElseThrow();
    }
}
