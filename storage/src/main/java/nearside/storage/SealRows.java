package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;
import nearside.storage.vault.Place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Turns the plain rows of the first schema into sealed ones, and makes sure that they say the same
/// as before. Runs inside the transaction of its migration, so that it happens whole or not at all.
final class SealRows {
    private final Session session;
    private final Contents contents;

    SealRows(Session session, Contents contents) {
        this.session = session;
        this.contents = contents;
    }

    /// The keys of all conversations must be there.
    void run() throws SQLException {
        String before = ContentHash.of(session, (row, column, place) -> row.getString(column));
        for (List<String> conversation :
                session.rows(
                        "SELECT seq, id FROM conversation",
                        row -> List.of(row.getString(1), row.getString(2)))) {
            seal(Long.parseLong(conversation.getFirst()), conversation.getLast());
        }
        drafts();
        String after = ContentHash.of(session, this::opened);
        if (!before.equals(after)) {
            throw new IllegalStateException("sealed rows do not say what the plain ones said");
        }
    }

    private String opened(ResultSet row, String column, Place place) throws SQLException {
        return contents.text(place, row.getBytes(column))
                .orElseThrow(() -> new IllegalStateException("sealed and not opened: " + place));
    }

    private void seal(long conversation, String id) throws SQLException {
        String title = text("SELECT title FROM conversation WHERE seq = ?", conversation);
        session.change(
                "UPDATE conversation SET title = ? WHERE seq = ?",
                contents.seal(Column.TITLE.in(id, id), title),
                conversation);
        for (MessageRow message :
                session.rows(
                        "SELECT seq, id FROM message WHERE conversation = ?",
                        row -> new MessageRow(row.getLong(1), row.getString(2), id),
                        conversation)) {
            decision(message);
            runs(message, Column.SEGMENT, "segment");
            runs(message, Column.PIECE, "piece");
        }
    }

    private void decision(MessageRow message) throws SQLException {
        for (String decision :
                session.rows(
                        "SELECT decision FROM message WHERE seq = ? AND decision IS NOT NULL",
                        row -> row.getString(1),
                        message.seq())) {
            session.change(
                    "UPDATE message SET decision = ? WHERE seq = ?",
                    contents.seal(message.decision(), decision),
                    message.seq());
        }
    }

    private record PlainRun(int ordinal, String source, String text) {}

    private void runs(MessageRow message, Column column, String table) throws SQLException {
        for (PlainRun run :
                session.rows(
                        "SELECT ordinal, source, text FROM " + table + " WHERE message = ?",
                        row -> new PlainRun(row.getInt(1), row.getString(2), row.getString(3)),
                        message.seq())) {
            session.change(
                    "UPDATE " + table + " SET text = ? WHERE message = ? AND ordinal = ?",
                    contents.seal(message.text(column, run.ordinal(), run.source()), run.text()),
                    message.seq(),
                    run.ordinal());
        }
    }

    /// One of a conversation that is not there any more is dropped: nothing can show it.
    private void drafts() throws SQLException {
        session.change(
                """
                DELETE FROM draft WHERE conversation <> ''
                    AND conversation NOT IN (SELECT id FROM conversation)
                """);
        for (List<String> draft :
                session.rows(
                        "SELECT conversation, text FROM draft",
                        row -> List.of(row.getString(1), row.getString(2)))) {
            String id = draft.getFirst();
            session.change(
                    "UPDATE draft SET text = ? WHERE conversation = ?",
                    contents.seal(Column.DRAFT.in(id, id), draft.getLast()),
                    id);
        }
    }

    private String text(String sql, long seq) throws SQLException {
        return session.row(sql, row -> row.getString(1), seq).orElse("");
    }
}
