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
        try (Reading reading = Reading.at(file)) {
            Session session = reading.session();
            LibraryVersion.of(
                            session.row("SELECT sqlite_version()", r -> r.getString(1)).orElse("0"))
                    .check();
            reading.check();
            schema.check(session);
        }
    }
}
