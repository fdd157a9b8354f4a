package nearside.storage;

import nearside.storage.database.Session;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Counts what a backup would bring, and changes nothing.
///
/// @param here the database that it would come into
record Previewing(OpenBackup backup, Session here, Contents contents) {
    Preview run() throws SQLException {
        Preview all = new Preview(0, 0, 0, 0, 0, 0);
        for (String id : Merge.conversations(backup.session())) {
            all = plus(all, conversation(id));
        }
        return all;
    }

    private Preview conversation(String id) throws SQLException {
        if (!contents.knows(id)) {
            return new Preview(0, 0, 0, 0, 0, 1);
        }
        Optional<TableRow> found =
                here.row("SELECT * FROM conversation WHERE id = ?", TableRow::of, id);
        List<String> kept = messages(backup.session(), id);
        if (found.isEmpty()) {
            return new Preview(1, kept.size(), 0, 0, 0, 0);
        }
        List<String> present = messages(here, id);
        int missing = (int) kept.stream().filter(it -> !present.contains(it)).count();
        int inTrash = found.get().has("deleted_ns") ? 1 : 0;
        return new Preview(0, missing, mended(found.get(), id), 1, inTrash, 0);
    }

    /// Those that cannot be read here and can in the backup.
    private int mended(TableRow found, String id) throws SQLException {
        Set<String> damaged = new Legible(here, contents).damagedMessages(found.number("seq"));
        if (damaged.isEmpty()) {
            return 0;
        }
        long inBackup =
                backup.session()
                        .row("SELECT seq FROM conversation WHERE id = ?", row -> row.getLong(1), id)
                        .orElseThrow();
        Set<String> alsoThere = new Legible(backup.session(), contents).damagedMessages(inBackup);
        List<String> kept = messages(backup.session(), id);
        return (int)
                damaged.stream().filter(it -> kept.contains(it) && !alsoThere.contains(it)).count();
    }

    private static List<String> messages(Session session, String conversation) throws SQLException {
        return session.rows(
                """
                SELECT m.id FROM message m JOIN conversation c ON c.seq = m.conversation
                WHERE c.id = ?
                """,
                row -> row.getString(1),
                conversation);
    }

    private static Preview plus(Preview one, Preview more) {
        return new Preview(
                one.conversations() + more.conversations(),
                one.messages() + more.messages(),
                one.mended() + more.mended(),
                one.here() + more.here(),
                one.inTrash() + more.inTrash(),
                one.removed() + more.removed());
    }
}
