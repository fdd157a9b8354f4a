package nearside.storage;

import nearside.storage.Contents.Column;

import java.sql.SQLException;
import java.util.Optional;

/// Brings the folder and the tags of one conversation from a backup.
///
/// @param conversation its row in the backup
record MergedFiling(Merge merge, TableRow conversation) {
    void bring() throws SQLException {
        folder();
        tags();
    }

    private void folder() throws SQLException {
        Optional<TableRow> folder =
                merge.backup()
                        .row(
                                "SELECT * FROM folder WHERE seq = ?",
                                TableRow::of,
                                conversation.number("folder"));
        if (folder.isPresent() && isThere(folder.get(), "folder", Column.FOLDER)) {
            Folders.put(
                    merge.target(),
                    conversation.text("id"),
                    Optional.of(new LabelId(folder.get().text("id"))));
        }
    }

    void tags() throws SQLException {
        for (TableRow tag :
                merge.backup()
                        .rows(
                                """
                                SELECT t.* FROM tag t JOIN tagged g ON g.tag = t.seq
                                WHERE g.conversation = ?
                                """,
                                TableRow::of,
                                conversation.number("seq"))) {
            if (isThere(tag, "tag", Column.TAG)) {
                Tags.put(merge.target(), conversation.text("id"), new LabelId(tag.text("id")));
            }
        }
    }

    /// Puts the label where it is missing; one whose name cannot be read stays away.
    private boolean isThere(TableRow label, String table, Column column) throws SQLException {
        if (!merge.contents().opens(column.in(label.text("id")), label.bytes("name"))) {
            return false;
        }
        if (!label.putInto(merge.target(), table)) {
            label.without("seq").putInto(merge.target(), table);
        }
        return true;
    }
}
