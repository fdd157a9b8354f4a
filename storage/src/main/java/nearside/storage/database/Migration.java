package nearside.storage.database;

import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// Brings a file to the known version. A verified copy of it as it was is made before; one with
/// plain text in it goes again as soon as the sealed rows are on the disk.
record Migration(Path file, Schema schema) {
    void run(Session session) throws SQLException {
        int found = schema.check(session);
        try {
            if (found > 0 && found < schema.known()) {
                OwnerOnly.folder(copies(), copy(found).getFileName().toString());
                VerifiedCopy.of(session, copy(found));
                schema.bringUp(session);
                // Frames in the log may hold what was plain before.
                session.pragma("wal_checkpoint(TRUNCATE)");
            } else {
                schema.bringUp(session);
            }
            for (int plain = 1; plain < Schema.FIRST_SEALED; plain++) {
                Files.deleteIfExists(copy(plain));
            }
        } catch (IOException refused) {
            throw new DatabaseException(Trouble.refused(file), refused);
        }
    }

    private Path copies() {
        return file.resolveSibling("backups");
    }

    private Path copy(int version) {
        return copies().resolve("before-version-" + (version + 1) + ".db");
    }
}
