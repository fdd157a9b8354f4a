package nearside.storage.database;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// A database that is nowhere but in memory and is gone with the process. One thread at a time uses
/// its one connection; who waits is served in turn. What is written can be read at once: nothing is
/// ever rolled back, so writes are only grouped, not isolated.
public final class InMemory implements AutoCloseable {
    private static final List<Pragma> RULES =
            List.of(
                    new Pragma("journal_mode", "OFF", "off"),
                    // Sorting must not leave texts in a temporary folder.
                    new Pragma("temp_store", "MEMORY", "2"),
                    // What is forgotten is overwritten in memory, too.
                    new Pragma("secure_delete", "ON", "1"),
                    new Pragma("trusted_schema", "OFF", "0"));

    private final Session session;
    private final ReentrantLock turns = new ReentrantLock(true);
    private boolean open;

    private InMemory(Session session) {
        this.session = session;
    }

    /// Makes an empty database with the tables of a script.
    public static InMemory of(String script) {
        try {
            Session session = Connections.connectInMemory();
            for (Pragma rule : RULES) {
                rule.apply(session);
            }
            session.script(script);
            return new InMemory(session);
        } catch (SQLException failure) {
            throw told(failure);
        }
    }

    /// Reads, or writes a little; what is written belongs to the group that is open.
    public <T> T use(Work<T> work) {
        turns.lock();
        try {
            return work.in(session);
        } catch (SQLException failure) {
            throw told(failure);
        } finally {
            turns.unlock();
        }
    }

    /// Writes as part of a group, which [#settle] ends.
    public <T> T write(Work<T> work) {
        return use(inside -> {
            if (!open) {
                inside.script("BEGIN");
                open = true;
            }
            return work.in(inside);
        });
    }

    /// Ends the group of writes; harmless when there is none.
    public void settle() {
        use(inside -> {
            if (open) {
                open = false;
                inside.script("COMMIT");
            }
            return open;
        });
    }

    @Override
    public void close() {
        use(inside -> {
            inside.close();
            return open;
        });
    }

    private static DatabaseException told(SQLException failure) {
        return new DatabaseException(Trouble.inMemory(failure), failure);
    }
}
