package nearside.storage.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// A look at a database before anything of it is changed: closing a connection that may write would
/// carry the log over into a file that is not sound.
final class FirstLook {
    private FirstLook() {}

    /// Throws when the library is too old, the file is not sound, not ours, or of a later program.
    static void at(Path file, Schema schema) throws SQLException {
        if (!Files.isRegularFile(file)) {
            throw new DatabaseException(Trouble.refused(file));
        }
        rollBack(file);
        try (Reading reading = Reading.at(file)) {
            Session session = reading.session();
            LibraryVersion.of(
                            session.row("SELECT sqlite_version()", r -> r.getString(1)).orElse("0"))
                    .check();
            reading.check();
            schema.check(session);
        }
    }

    /// A transaction that a power cut ended while the file had a rollback journal must be undone
    /// before anyone can read: SQLite does so when a connection that may write reads first.
    private static void rollBack(Path file) throws SQLException {
        if (Files.exists(file.resolveSibling(file.getFileName() + "-journal"))) {
            Session session = Connections.connect(file);
            try {
                session.pragma("schema_version");
            } finally {
                session.close();
            }
        }
    }
}
