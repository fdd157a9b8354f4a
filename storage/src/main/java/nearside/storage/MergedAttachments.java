package nearside.storage;

import java.sql.SQLException;
import java.util.Optional;

/// Brings the attachments of one message that are missing, whole, from a backup.
record MergedAttachments(Merge merge, MessageRow message) {
    /// Brings what is missing.
    ///
    /// @param inBackup the number of the message there
    void bring(long inBackup) throws SQLException {
        for (TableRow attachment :
                merge.backup()
                        .rows(
                                "SELECT * FROM attachment WHERE message = ? ORDER BY seq",
                                TableRow::of,
                                inBackup)) {
            bring(attachment);
        }
    }

    private void bring(TableRow attachment) throws SQLException {
        attachment
                .without("seq")
                .with("message", message.seq())
                .putInto(merge.target(), "attachment");
        Optional<Long> here =
                merge.target()
                        .row(
                                "SELECT seq FROM attachment WHERE id = ?",
                                row -> row.getLong(1),
                                attachment.text("id"));
        if (here.isPresent()) {
            blocks(attachment.number("seq"), here.get());
        }
    }

    private void blocks(long inBackup, long here) throws SQLException {
        for (long ordinal :
                merge.backup()
                        .rows(
                                "SELECT ordinal FROM attachment_block WHERE attachment = ?",
                                row -> row.getLong(1),
                                inBackup)) {
            Optional<TableRow> block =
                    merge.backup()
                            .row(
                                    "SELECT * FROM attachment_block WHERE attachment = ?"
                                            + " AND ordinal = ?",
                                    TableRow::of,
                                    inBackup,
                                    ordinal);
            if (block.isPresent()) {
                block.get().with("attachment", here).putInto(merge.target(), "attachment_block");
            }
        }
    }
}
