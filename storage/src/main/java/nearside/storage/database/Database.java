package nearside.storage.database;

import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// The database of one profile: one thread writes, at most two read. After any failure of SQLite
/// every connection is closed and the file is opened and checked anew; nothing goes on with an old
/// statement. Work that failed was not committed, or may be repeated because its ids are its own.
public final class Database implements AutoCloseable {
    private static final int READERS = 2;

    private final Path file;
    private final Schema schema;
    private final Semaphore readers = new Semaphore(READERS);
    private final ExecutorService writing =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("nearside-journal").daemon().factory());
    private Optional<Connections> current;
    private boolean closed;

    private Database(Path file, Schema schema, Connections first) {
        this.file = file;
        this.schema = schema;
        this.current = Optional.of(first);
    }

    /// Opens the file. It and those beside it are made first, for their owner alone: SQLite would
    /// make them readable by all. Throws [DatabaseException].
    public static Database open(Path file, Schema schema) {
        try {
            for (String end : List.of("", "-wal", "-shm")) {
                OwnerOnly.file(file.resolveSibling(file.getFileName() + end));
            }
        } catch (IOException refused) {
            throw new DatabaseException(Trouble.refused(file), refused);
        }
        return new Database(file, schema, opened(file, schema));
    }

    /// Does the work in one transaction on the writing thread; returns after its commit.
    public <T> T write(Work<T> work) {
        return Waiting.on(() -> writing.submit(() -> written(work)));
    }

    /// Does the work on one snapshot of what is committed.
    public <T> T read(Work<T> work) {
        readers.acquireUninterruptibly();
        try {
            Connections now = connections();
            try {
                return read(now, work);
            } catch (SQLException failure) {
                throw Waiting.on(() -> writing.submit(() -> healed(now, failure)));
            }
        } finally {
            readers.release();
        }
    }

    /// Waits for the write in progress, then closes every connection. Harmless when repeated.
    @Override
    public void close() {
        if (shut()) {
            Waiting.on(() -> writing.submit(this::closeCurrent));
            writing.shutdown();
        }
    }

    private <T> T written(Work<T> work) {
        Connections now = connections();
        try {
            return now.writer().write(work);
        } catch (SQLException failure) {
            throw healed(now, failure);
        }
    }

    private static <T> T read(Connections now, Work<T> work) throws SQLException {
        Session reader = now.borrow();
        try {
            T result = reader.read(work);
            now.giveBack(reader);
            return result;
        } catch (SQLException | RuntimeException | Error failure) {
            reader.close();
            throw failure;
        }
    }

    /// Runs on the writing thread only, so that no write is cut by a reader's failure.
    private synchronized DatabaseException healed(Connections failed, SQLException failure) {
        Trouble trouble = Trouble.of(failure, file);
        DatabaseException told = new DatabaseException(trouble, failure);
        if (current.filter(failed::equals).isEmpty()) {
            return told;
        }
        closeCurrent();
        try {
            current = Optional.of(opened(file, schema));
            return told;
        } catch (DatabaseException stillBroken) {
            return stillBroken.trouble() instanceof Trouble.Damaged ? stillBroken : told;
        }
    }

    private synchronized Connections connections() {
        if (closed && current.isEmpty()) {
            throw new IllegalStateException("The profile is closed");
        }
        Connections now = current.orElseGet(() -> opened(file, schema));
        current = Optional.of(now);
        return now;
    }

    private static Connections opened(Path file, Schema schema) {
        try {
            return Connections.open(file, schema);
        } catch (SQLException failure) {
            throw new DatabaseException(Trouble.of(failure, file), failure);
        }
    }

    private synchronized boolean shut() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    private synchronized Optional<SQLException> closeCurrent() {
        Optional<Connections> old = current;
        current = Optional.empty();
        try {
            if (old.isPresent()) {
                old.get().close();
            }
            return Optional.empty();
        } catch (SQLException lost) {
            // The file is opened and checked anew before anything else is done with it.
            return Optional.of(lost);
        }
    }
}
