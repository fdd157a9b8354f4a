package nearside.storage.database;

import org.sqlite.SQLiteConfig;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// All connections of one opening of the file: the writer and the readers that are free. They live
/// and die together; a reader in use when they are closed is closed when it comes back.
final class Connections {
    private final Path file;
    private final Session writer;
    private final Deque<Session> free = new ArrayDeque<>();
    private boolean closed;

    private Connections(Path file, Session writer) {
        this.file = file;
        this.writer = writer;
    }

    /// Opens the file, checks it whole and brings its tables to the known version.
    static Connections open(Path file, Schema schema) throws SQLException {
        Session writer = connect(file, Pragma.WRITER);
        try {
            LibraryVersion.of(
                            writer.row("SELECT sqlite_version()", r -> r.getString(1)).orElse("0"))
                    .check();
            check(writer);
            new Migration(file, schema).run(writer);
            return new Connections(file, writer);
        } catch (SQLException | RuntimeException failure) {
            closeAfter(failure, writer);
            throw failure;
        }
    }

    Session writer() {
        return writer;
    }

    synchronized Session borrow() throws SQLException {
        return free.isEmpty() ? reader() : free.pop();
    }

    synchronized void giveBack(Session reader) throws SQLException {
        if (closed) {
            reader.close();
        } else {
            free.push(reader);
        }
    }

    synchronized void close() throws SQLException {
        closed = true;
        while (!free.isEmpty()) {
            free.pop().close();
        }
        writer.close();
    }

    private Session reader() throws SQLException {
        Session reader = connect(file, Pragma.WRITER);
        Pragma.READER.apply(reader);
        return reader;
    }

    /// The address is a URI, so that `?`, `#` and `%` in a folder's name stay what they are.
    static Session connect(Path file) throws SQLException {
        String address = "jdbc:sqlite:" + file.toAbsolutePath().toUri();
        return new Session(new SQLiteConfig().createConnection(address));
    }

    static Session connectInMemory() throws SQLException {
        return new Session(new SQLiteConfig().createConnection("jdbc:sqlite::memory:"));
    }

    private static Session connect(Path file, List<Pragma> rules) throws SQLException {
        Session session = connect(file);
        try {
            for (Pragma rule : rules) {
                rule.apply(session);
            }
            return session;
        } catch (SQLException failure) {
            closeAfter(failure, session);
            throw failure;
        }
    }

    private static void check(Session session) throws SQLException {
        String finding = session.pragma("quick_check(1)");
        if (!finding.equals("ok")) {
            throw new DatabaseException(new Trouble.Damaged(finding));
        }
    }

    private static void closeAfter(Exception failure, Session session) {
        try {
            session.close();
        } catch (SQLException also) {
            failure.addSuppressed(also);
        }
    }
}
