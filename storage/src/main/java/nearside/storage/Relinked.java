package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;
import nearside.storage.text.Title;

import java.sql.SQLException;
import java.util.List;

/// Joins salvaged rows again where what they point to is lost: a message goes under the one before
/// the lost one, a conversation ends with its last message. Where the end is on an older page than
/// what was said after it, it is the end of that.
record Relinked(Session session, Contents contents) {
    /// New rows get numbers far beyond, so that what a backup still has keeps its own.
    private static final int GAP = 1_000_000;

    private static final List<String> STEPS =
            List.of(
                    "DELETE FROM message WHERE conversation NOT IN (SELECT seq FROM conversation)",
                    """
                    UPDATE message SET parent = (
                        SELECT max(m.seq) FROM message m
                        WHERE m.conversation = message.conversation AND m.seq < message.parent
                            AND m.seq < message.seq)
                    WHERE parent IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM message p WHERE p.seq = message.parent
                            AND p.conversation = message.conversation AND p.seq < message.seq)
                    """,
                    """
                    UPDATE conversation SET leaf = (
                        SELECT max(m.seq) FROM message m WHERE m.conversation = conversation.seq)
                    WHERE leaf IS NULL OR leaf NOT IN (
                        SELECT m.seq FROM message m WHERE m.conversation = conversation.seq)
                    """,
                    """
                    UPDATE conversation SET leaf = (
                        WITH RECURSIVE chain (seq) AS (
                            SELECT conversation.leaf
                            UNION ALL
                            SELECT (SELECT max(m.seq) FROM message m WHERE m.parent = chain.seq)
                            FROM chain WHERE chain.seq IS NOT NULL)
                        SELECT max(seq) FROM chain)
                    WHERE leaf IN (SELECT parent FROM message)
                    """,
                    "DELETE FROM segment WHERE message NOT IN (SELECT seq FROM message)",
                    "DELETE FROM piece WHERE message NOT IN (SELECT seq FROM message)",
                    "DELETE FROM token_count WHERE message NOT IN (SELECT seq FROM message)",
                    "DELETE FROM attachment WHERE message NOT IN (SELECT seq FROM message)",
                    """
                    DELETE FROM attachment_block
                    WHERE attachment NOT IN (SELECT seq FROM attachment)
                    """,
                    """
                    DELETE FROM draft WHERE conversation <> ''
                        AND conversation NOT IN (SELECT id FROM conversation)
                    """,
                    """
                    DELETE FROM draft_file WHERE conversation <> ''
                        AND conversation NOT IN (SELECT id FROM conversation)
                    """);

    void run() throws SQLException {
        for (String step : STEPS) {
            session.change(step);
        }
        titles();
        leaveGap("conversation");
        leaveGap("message");
    }

    /// A title is made from the first question, where it is lost.
    private void titles() throws SQLException {
        for (TableRow row :
                session.rows("SELECT * FROM conversation WHERE title = x''", TableRow::of)) {
            String id = row.text("id");
            String question = firstQuestion(id);
            session.change(
                    "UPDATE conversation SET title = ? WHERE id = ?",
                    contents.seal(Column.TITLE.in(id, id), Title.of(question)),
                    id);
        }
    }

    private String firstQuestion(String conversation) throws SQLException {
        return session
                .rows(
                        """
                        SELECT 'SEGMENT' AS kind, s.ordinal, s.source, s.text, m.seq, m.id
                        FROM segment s JOIN message m ON m.seq = s.message
                            JOIN conversation c ON c.seq = m.conversation
                        WHERE c.id = ? AND m.speaker = 'USER' ORDER BY m.seq, s.ordinal LIMIT 1
                        """,
                        row ->
                                Segments.read(
                                        row,
                                        contents,
                                        new MessageRow(
                                                row.getLong("seq"),
                                                row.getString("id"),
                                                conversation)),
                        conversation)
                .stream()
                .flatMap(run -> run.segment().stream())
                .map(Message.Segment::text)
                .findFirst()
                .orElse("");
    }

    private void leaveGap(String table) throws SQLException {
        session.change("UPDATE sqlite_sequence SET seq = seq + ? WHERE name = ?", GAP, table);
    }
}
