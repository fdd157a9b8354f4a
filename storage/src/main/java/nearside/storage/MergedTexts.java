package nearside.storage;

import nearside.storage.Contents.Column;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Brings the texts of one message from a backup. A segment that was ever there never goes, so one
/// that is missing was lost; a piece may have become part of a segment since, so pieces come only
/// where nothing can be read.
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
        if (!came && nothingReads()) {
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

    private boolean nothingReads() throws SQLException {
        return merge
                        .target()
                        .rows(
                                "SELECT * FROM segment WHERE message = ?",
                                TableRow::of,
                                message.seq())
                        .stream()
                        .noneMatch(run -> opens(run, Column.SEGMENT))
                && merge
                        .target()
                        .rows("SELECT * FROM piece WHERE message = ?", TableRow::of, message.seq())
                        .stream()
                        .noneMatch(run -> opens(run, Column.PIECE));
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
