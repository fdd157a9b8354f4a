package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Brings the texts of one message from a backup. A segment that was ever there never goes, so one
/// that is missing was lost. A piece becomes part of a segment when its reply ends; so pieces come
/// only where the segments are still those of the backup, byte for byte.
record MergedTexts(Merge merge, MessageRow message) {
    /// Brings what is missing.
    ///
    /// @param inBackup the number of the message there
    /// @return whether anything came
    boolean bring(long inBackup) throws SQLException {
        boolean came = false;
        for (TableRow run : runs("segment", inBackup)) {
            came |= bring(run, Column.SEGMENT, "segment");
        }
        return bringPieces(inBackup) || came;
    }

    /// Brings pieces alone.
    boolean bringPieces(long inBackup) throws SQLException {
        boolean came = false;
        if (hasSameSegments(inBackup)) {
            for (TableRow run : runs("piece", inBackup)) {
                came |= bring(run, Column.PIECE, "piece");
            }
        }
        return came;
    }

    private boolean bring(TableRow run, Column column, String table) throws SQLException {
        boolean comes = opens(run, column) && !readsHere(run, column, table);
        if (comes) {
            merge.target()
                    .change(
                            """
                            INSERT INTO %s (message, ordinal, source, text) VALUES (?, ?, ?, ?)
                            ON CONFLICT DO UPDATE SET source = excluded.source, text = excluded.text
                            """
                                    .formatted(table),
                            message.seq(),
                            run.number("ordinal"),
                            run.text("source"),
                            run.bytes("text"));
            merge.came().told(run.with("message", message.seq()));
        }
        return comes;
    }

    private boolean readsHere(TableRow run, Column column, String table) throws SQLException {
        Optional<TableRow> here =
                merge.target()
                        .row(
                                "SELECT * FROM " + table + " WHERE message = ? AND ordinal = ?",
                                TableRow::of,
                                message.seq(),
                                run.number("ordinal"));
        return here.isPresent() && opens(here.get(), column);
    }

    private boolean hasSameSegments(long inBackup) throws SQLException {
        return segments(merge.target(), message.seq()).equals(segments(merge.backup(), inBackup));
    }

    private static List<String> segments(Session session, long message) throws SQLException {
        return session.rows(
                "SELECT ordinal || ' ' || hex(text) FROM segment WHERE message = ? ORDER BY 1",
                row -> row.getString(1),
                message);
    }

    private List<TableRow> runs(String table, long number) throws SQLException {
        return merge.backup()
                .rows(
                        "SELECT * FROM " + table + " WHERE message = ? ORDER BY ordinal",
                        TableRow::of,
                        number);
    }

    private boolean opens(TableRow run, Column column) {
        return merge.contents()
                .opens(
                        message.text(column, (int) run.number("ordinal"), run.text("source")),
                        run.bytes("text"));
    }
}
