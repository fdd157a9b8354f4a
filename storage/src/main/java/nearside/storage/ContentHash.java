package nearside.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;
import nearside.storage.vault.Place;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/// What all rows of a database say, as one SHA-256: equal before and after a change of its form.
final class ContentHash {
    private static final String CONVERSATIONS =
            """
            SELECT c.id, c.created_ns, c.changed, c.changed_ns, c.deleted_ns, leaf.id, c.title
            FROM conversation c LEFT JOIN message leaf ON leaf.seq = c.leaf ORDER BY c.id
            """;

    private static final String MESSAGES =
            """
            SELECT m.id, c.id, parent.id, m.speaker, m.state, m.begun_ns, m.model,
                m.prompt_tokens, m.reply_tokens, m.first_word_seconds, m.tokens_per_second,
                m.finished_ns, m.decision
            FROM message m JOIN conversation c ON c.seq = m.conversation
                LEFT JOIN message parent ON parent.seq = m.parent ORDER BY m.id
            """;

    private static final String RUNS =
            """
            SELECT m.id, c.id, r.kind, r.ordinal, r.source, r.text FROM (
                SELECT 'SEGMENT' AS kind, message, ordinal, source, text FROM segment
                UNION ALL
                SELECT 'PIECE', message, ordinal, source, text FROM piece) r
                JOIN message m ON m.seq = r.message JOIN conversation c ON c.seq = m.conversation
            ORDER BY m.id, r.kind, r.ordinal
            """;

    private static final String DRAFTS =
            """
            SELECT conversation, text FROM draft
            WHERE conversation = '' OR conversation IN (SELECT id FROM conversation)
            ORDER BY conversation
            """;

    private final MessageDigest digest;
    private final Reader reader;

    /// Reads a column with content.
    interface Reader {
        String text(ResultSet row, String column, Place place) throws SQLException;
    }

    private ContentHash(Reader reader) {
        this.reader = reader;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String of(Session session, Reader reader) throws SQLException {
        ContentHash hash = new ContentHash(reader);
        int rows = session.rows(CONVERSATIONS, hash::conversation).size();
        rows += session.rows(MESSAGES, hash::message).size();
        rows += session.rows(RUNS, hash::run).size();
        rows += session.rows(DRAFTS, hash::draft).size();
        return rows + " " + HexFormat.of().formatHex(hash.digest.digest());
    }

    private int conversation(ResultSet row) throws SQLException {
        plain(row, 6);
        return content(row, "title", Column.TITLE.in(row.getString(1), row.getString(1)));
    }

    private int message(ResultSet row) throws SQLException {
        plain(row, 12);
        row.getBytes("decision");
        return row.wasNull()
                ? add("none")
                : content(row, "decision", Column.DECISION.in(row.getString(2), row.getString(1)));
    }

    private int run(ResultSet row) throws SQLException {
        plain(row, 5);
        Place place =
                Contents.text(
                        Column.valueOf(row.getString(3)),
                        row.getString(2),
                        row.getString(1),
                        row.getInt(4),
                        row.getString(5));
        return content(row, "text", place);
    }

    private int draft(ResultSet row) throws SQLException {
        plain(row, 1);
        return content(row, "text", Column.DRAFT.in(row.getString(1), row.getString(1)));
    }

    private int content(ResultSet row, String column, Place place) throws SQLException {
        return add(reader.text(row, column, place));
    }

    private void plain(ResultSet row, int columns) throws SQLException {
        for (int i = 1; i <= columns; i++) {
            add(String.valueOf(row.getString(i)));
        }
    }

    private int add(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return bytes.length;
    }
}
