package nearside.storage.database;

import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A database that is being put together. It is nothing before [#finish]: it is not safe against a
/// crash, and rows may point to rows that are not there yet.
public final class Building implements AutoCloseable {
    private static final List<Pragma> RULES =
            List.of(
                    new Pragma("journal_mode", "MEMORY", "memory"),
                    new Pragma("synchronous", "OFF", "0"),
                    new Pragma("trusted_schema", "OFF", "0"),
                    new Pragma("temp_store", "MEMORY", "2"));

    /// Rows come in any order where nothing is there yet.
    private static final Pragma ANY_ORDER = new Pragma("foreign_keys", "OFF", "0");

    private static final Pragma JOINED = new Pragma("foreign_keys", "ON", "1");

    /// More than there are different statements.
    private static final int KEPT = 100;

    private final Path file;
    private final Session session;

    private Building(Path file, Session session) {
        this.file = file;
        this.session = session;
    }

    /// Begins anew, with the tables of the known version. Throws [DatabaseException].
    public static Building at(Path file, Schema schema) {
        try {
            Files.deleteIfExists(file);
            OwnerOnly.file(file);
            Building building = new Building(file, connected(file, ANY_ORDER));
            building.bringUp(schema);
            return building;
        } catch (SQLException failure) {
            throw new DatabaseException(Trouble.of(failure, file), failure);
        } catch (IOException refused) {
            throw new DatabaseException(Trouble.refused(file), refused);
        }
    }

    /// Goes on with a sound copy. Throws [DatabaseException].
    public static Building over(Path file) {
        try {
            return new Building(file, connected(file, JOINED));
        } catch (SQLException failure) {
            throw new DatabaseException(Trouble.of(failure, file), failure);
        }
    }

    private static Session connected(Path file, Pragma keys) throws SQLException {
        List<Pragma> rules = new ArrayList<>(RULES);
        rules.add(keys);
        return Connections.connectKeeping(file, rules, KEPT);
    }

    private void bringUp(Schema schema) throws SQLException {
        try {
            schema.bringUp(session);
        } catch (SQLException | RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    /// Does the work in one transaction.
    public <T> T work(Work<T> work) {
        try {
            return session.write(work);
        } catch (SQLException failure) {
            throw new DatabaseException(Trouble.of(failure, file), failure);
        }
    }

    /// Puts a sound copy where the target is, whole and on the disk, when every row points to rows
    /// that are there.
    public void finish(Path target) {
        try {
            if (!session.rows("PRAGMA foreign_key_check", row -> row.getString(1)).isEmpty()) {
                throw new IllegalStateException("rows that point nowhere");
            }
            session.letGo();
            VerifiedCopy.of(session, target);
        } catch (SQLException failure) {
            throw new DatabaseException(Trouble.of(failure, file), failure);
        } catch (IOException refused) {
            throw new DatabaseException(Trouble.refused(file), refused);
        }
    }

    /// What was built is gone, but for its finished copy.
    @Override
    public void close() {
        try {
            session.close();
            Files.deleteIfExists(file);
        } catch (SQLException failure) {
            throw new DatabaseException(Trouble.of(failure, file), failure);
        } catch (IOException refused) {
            throw new DatabaseException(Trouble.refused(file), refused);
        }
    }
}
