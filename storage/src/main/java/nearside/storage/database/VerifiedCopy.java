package nearside.storage.database;

import nearside.storage.folder.Forced;
import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/// A copy of a database as one sound file on the disk, or none.
public final class VerifiedCopy {
    private VerifiedCopy() {}

    /// Copies what is committed of a database that may be in use. Throws [DatabaseException].
    public static void of(Path file, Path target) {
        try (Reading reading = Reading.at(file)) {
            of(reading.session(), target);
        } catch (SQLException failure) {
            throw new DatabaseException(Trouble.of(failure, target), failure);
        } catch (IOException refused) {
            throw new DatabaseException(Trouble.refused(target), refused);
        }
    }

    /// Copies what is committed. The target appears whole, checked and forced, under its name; an
    /// older one is replaced only then.
    ///
    /// @param session inside no transaction
    static void of(Session session, Path target) throws SQLException, IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        OwnerOnly.file(fresh);
        try {
            session.change("VACUUM INTO ?", fresh.toAbsolutePath().toUri().toString());
            check(fresh);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(
                    fresh,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            Forced.name(target);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void check(Path copy) throws SQLException {
        Session session = Connections.connect(copy);
        try {
            String finding = session.pragma("integrity_check(1)");
            if (!finding.equals("ok")) {
                throw new DatabaseException(new Trouble.Damaged("a copy: " + finding));
            }
        } finally {
            session.close();
        }
    }
}
