package nearside.storage;

import nearside.storage.database.Session;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Removes conversations for good: first their keys, so that every copy of what was sealed with
/// them anywhere is noise, then what models had read of them, then the rows. They are hidden
/// before: what a crash leaves in between is not shown, and is removed at the next start.
final class Removal {
    private final Store store;
    private final KvSnapshots snapshots;

    Removal(Store store, KvSnapshots snapshots) {
        this.store = store;
        this.snapshots = snapshots;
    }

    void of(List<String> conversations, Instant now) {
        if (conversations.isEmpty()) {
            return;
        }
        store.write(session -> hidden(session, conversations, now));
        store.secrets().destroyKeys(conversations);
        snapshots.forget(conversations);
        store.write(session -> {
            for (String conversation : conversations) {
                rows(session, conversation);
            }
            return conversations;
        });
    }

    static void rows(Session session, String conversation) throws SQLException {
        Drafts.remove(session, conversation);
        session.change("DELETE FROM conversation WHERE id = ?", conversation);
    }

    private static List<String> hidden(Session session, List<String> conversations, Instant now)
            throws SQLException {
        for (String conversation : conversations) {
            session.change(
                    "UPDATE conversation SET deleted_ns = ifnull(deleted_ns, ?) WHERE id = ?",
                    Nanos.of(now),
                    conversation);
        }
        return conversations;
    }
}
