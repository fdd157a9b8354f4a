package nearside.storage;

import nearside.storage.database.Session;
import nearside.storage.policy.Retention;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a new holder of a profile puts right: replies that a dead process was writing are cut, and
/// conversations are removed for good whose time is over, with single messages that were taken
/// away.
final class Recovery {
    private Recovery() {}

    static void run(Store store, Removal removal, Retention retention, Instant now) {
        store.write(session -> {
            cut(session, store.contents());
            deleteOld(session, retention, now);
            Ways.purge(session);
            return now;
        });
        removal.of(removable(store, retention, now), now);
    }

    /// Deleted before it is removed, so that a removal that is cut comes to its end.
    private static void deleteOld(Session session, Retention retention, Instant now)
            throws SQLException {
        session.change(
                "UPDATE conversation SET deleted_ns = ?1 WHERE deleted_ns IS NULL AND changed_ns < ?2",
                Nanos.of(now),
                longAgo(retention, now));
    }

    private static long longAgo(Retention retention, Instant now) {
        return retention.changedBefore(now).map(Nanos::of).orElse(Long.MIN_VALUE);
    }

    private static void cut(Session session, Contents contents) throws SQLException {
        for (long reply :
                session.rows(
                        "SELECT seq FROM message WHERE state = 'WRITING'", row -> row.getLong(1))) {
            Optional<MessageRow> row = MessageRow.of(session, reply);
            if (row.isPresent()) {
                Segments.fold(session, contents, row.get());
            }
            session.change("UPDATE message SET state = 'CUT' WHERE seq = ?", reply);
        }
    }

    /// Those that are to go by the rule, and those whose removal did not come to its end.
    private static List<String> removable(Store store, Retention retention, Instant now) {
        return store
                .read(session ->
                        session.rows(
                                """
                                SELECT id, deleted_ns < ?1 AND changed_ns < ?2 OR changed_ns < ?3
                                FROM conversation WHERE deleted_ns IS NOT NULL
                                """,
                                row -> new Deleted(row.getString(1), row.getBoolean(2)),
                                Nanos.of(retention.deletedBefore(now)),
                                retention.heldFrom(now).map(Nanos::of).orElse(Long.MAX_VALUE),
                                longAgo(retention, now)))
                .stream()
                .filter(deleted -> deleted.due() || !store.contents().knows(deleted.id()))
                .map(Deleted::id)
                .toList();
    }

    private record Deleted(String id, boolean due) {}
}
