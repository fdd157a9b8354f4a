package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;
import nearside.storage.salvage.Cell;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What else a damaged set holds: drafts, folders and tags, attachments, counts of tokens. Which
/// tag a conversation had cannot be told from other rows that look alike.
final class SalvagedRest {
    private static final List<String> DRAFT = List.of("conversation", "text");
    private static final List<String> NAMED = List.of("seq", "id", "name");

    private final Session session;
    private final Contents contents;

    /// Rows of drafts and names that were found and cannot be read.
    private final Set<String> broken = new HashSet<>();

    SalvagedRest(Session session, Contents contents) {
        this.session = session;
        this.contents = contents;
    }

    void take(Cell cell) throws SQLException {
        if (cell.fits(Shapes.DRAFT)) {
            draft(cell);
        } else if (cell.fits(Shapes.DRAFT_FILE)) {
            put(cell, "draft_file", "");
        } else if (cell.fits(Shapes.TEMPLATE)) {
            put(cell, "template", "");
        } else if (cell.fits(Shapes.NAMED)) {
            named(cell);
        } else if (cell.fits(Shapes.ATTACHMENT)) {
            put(cell, "attachment", "message");
        } else if (cell.fits(Shapes.ATTACHMENT_BLOCK)) {
            put(cell, "attachment_block", "");
        } else if (cell.fits(Shapes.TOKEN_COUNT)) {
            put(cell, "token_count", "message");
        }
    }

    /// Whether something was found that cannot be read.
    boolean isBroken() {
        return !broken.isEmpty();
    }

    /// Takes from an older page what could not be read on the newest.
    void mend(Cell cell) throws SQLException {
        boolean wanted =
                cell.fits(Shapes.DRAFT)
                        ? isBroken(cell, DRAFT, "conversation")
                        : cell.fits(Shapes.NAMED) && isBroken(cell, NAMED, "id");
        if (wanted) {
            take(cell);
        }
    }

    private boolean isBroken(Cell cell, List<String> columns, String id) {
        return TableRow.of(cell, columns).filter(row -> broken.contains(row.text(id))).isPresent();
    }

    private void draft(Cell cell) throws SQLException {
        Optional<TableRow> row = TableRow.of(cell, DRAFT);
        if (row.isPresent()) {
            String id = row.get().text("conversation");
            if (contents.opens(Column.DRAFT.in(id, id), row.get().bytes("text"))) {
                row.get().putInto(session, "draft");
            } else {
                broken.add(id);
            }
        }
    }

    private void named(Cell cell) throws SQLException {
        Optional<TableRow> row = TableRow.of(cell, NAMED);
        if (row.isPresent()) {
            String id = row.get().text("id");
            byte[] name = row.get().bytes("name");
            if (contents.opens(Column.FOLDER.in(id), name)) {
                row.get().putInto(session, "folder");
            } else if (contents.opens(Column.TAG.in(id), name)) {
                row.get().putInto(session, "tag");
            } else {
                broken.add(id);
            }
        }
    }

    /// Puts a row of that table.
    ///
    /// @param owner the column that must name a message; empty for none
    private void put(Cell cell, String table, String owner) throws SQLException {
        Optional<TableRow> row = TableRow.of(cell, TableRow.columns(session, table));
        if (row.isPresent() && (owner.isEmpty() || isMessage(row.get().number(owner)))) {
            row.get().putInto(session, table);
        }
    }

    private boolean isMessage(long number) throws SQLException {
        return session.row("SELECT 1 FROM message WHERE seq = ?", row -> 1, number).isPresent();
    }
}
