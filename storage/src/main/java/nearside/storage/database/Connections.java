package nearside.storage.database;

import org.sqlite.SQLiteConfig;

import java.nio.file.Path;
import java.sql.Connection;
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

    /// Checks the file whole, opens it and brings its tables to the known version.
    static Connections open(Path file, Schema schema) throws SQLException {
        FirstLook.at(file, schema);
        Session writer = connect(file, Pragma.WRITER);
        try {
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
        return connect(file, new SQLiteConfig());
    }

    /// For a connection that changes nothing, not even when it is closed.
    static Session connectReading(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return connect(file, config);
    }

    private static Session connect(Path file, SQLiteConfig config) throws SQLException {
        return new Session(connection(file, config));
    }

    private static Connection connection(Path file, SQLiteConfig config) throws SQLException {
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri());
    }

    /// For a connection that does the same many times.
    static Session connectKeeping(Path file, List<Pragma> rules, int statements)
            throws SQLException {
        Session session = new Session(connection(file, new SQLiteConfig()), statements);
        return ruled(session, rules);
    }

    static Session connectInMemory() throws SQLException {
        return new Session(new SQLiteConfig().createConnection("jdbc:sqlite::memory:"));
    }

    private static Session connect(Path file, List<Pragma> rules) throws SQLException {
        return ruled(connect(file), rules);
    }

    private static Session ruled(Session session, List<Pragma> rules) throws SQLException {
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

    private static void closeAfter(Exception failure, Session session) {
        try {
            session.close();
        } catch (SQLException also) {
            failure.addSuppressed(also);
        }
    }
}
