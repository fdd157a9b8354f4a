package nearside.storage.database;

import java.nio.file.Path;
import java.sql.SQLException;

/// A database file that is only read.
public final class Reading implements AutoCloseable {
    private final Session session;

    private Reading(Session session) {
        this.session = session;
    }

    /// Opens the file; whether it is sound is not known yet.
    public static Reading at(Path file) throws SQLException {
        return new Reading(Connections.connectReading(file));
    }

    public Session session() {
        return session;
    }

    /// Throws [DatabaseException] when SQLite's quick check finds something.
    public void check() throws SQLException {
        String finding = session.pragma("quick_check(1)");
        if (!finding.equals("ok")) {
            throw new DatabaseException(new Trouble.Damaged(finding));
        }
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
