package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.Recovered.Cause;
import nearside.storage.database.Database;
import nearside.storage.database.Session;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What SQLite's own check cannot see in a database that it takes for sound.
record SecondLook(Path profile, Secrets secrets) {
    private static final String LAST = "SELECT seq FROM sqlite_sequence WHERE name = 'message'";

    /// Why it has to be put together anew; empty when nothing was found.
    Optional<Cause> at(Database database) {
        if (!secrets.isOpen()) {
            return Optional.empty();
        }
        if (isOlderThanItsBackup(database)) {
            return Optional.of(Cause.WENT_BACK);
        }
        return database.read(this::hasStrangers) ? Optional.of(Cause.DAMAGED) : Optional.empty();
    }

    /// Somebody who removes the log beside the file, or puts an older file in its place, leaves a
    /// database that is sound and lacks what came last. The numbers of messages only ever rise.
    private boolean isOlderThanItsBackup(Database database) {
        return OpenBackup.lastMessage(profile, secrets.proof()) > database.read(SecondLook::last);
    }

    /// The largest number that a message ever had.
    static long last(Session session) throws SQLException {
        return session.row(LAST, row -> row.getLong(1)).orElse(0L);
    }

    /// New messages get larger numbers than any that a backup had: what was put together anew is
    /// not older than that.
    void goOn(Session session) throws SQLException {
        long here = last(session);
        session.change("DELETE FROM sqlite_sequence WHERE name = 'message'");
        session.change(
                "INSERT INTO sqlite_sequence (name, seq) VALUES ('message', ?)",
                Math.max(here, OpenBackup.lastMessage(profile, secrets.proof())));
    }

    /// A conversation without a key was removed for good, here or in a newer copy. Where its title
    /// opens for another id that has one, its id was changed.
    private boolean hasStrangers(Session session) throws SQLException {
        List<TableRow> all = session.rows("SELECT id, title FROM conversation", TableRow::of);
        Set<String> unused = new HashSet<>(secrets.contents().conversations());
        all.forEach(row -> unused.remove(row.text("id")));
        return all.stream()
                .filter(row -> !secrets.contents().knows(row.text("id")))
                .anyMatch(row -> isOfOne(row, unused));
    }

    private boolean isOfOne(TableRow row, Set<String> ids) {
        return ids.stream()
                .anyMatch(id ->
                        secrets.contents().opens(Column.TITLE.in(id, id), row.bytes("title")));
    }
}
