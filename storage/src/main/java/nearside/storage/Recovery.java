package nearside.storage;

import nearside.storage.database.Session;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a new holder of a profile puts right: replies that a dead process was writing are cut, and
/// conversations deleted long ago are removed for good.
final class Recovery {
    static final Duration KEPT = Duration.ofDays(30);

    private Recovery() {}

    static void run(Store store, Instant now) {
        store.write(session -> {
            cut(session, store.contents());
            return now;
        });
        Removal.of(store, removable(store, now.minus(KEPT)), now);
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

    /// Those deleted long ago, and those whose removal did not come to its end.
    private static List<String> removable(Store store, Instant before) {
        return store
                .read(session ->
                        session.rows(
                                """
                                SELECT id, deleted_ns < ? FROM conversation
                                WHERE deleted_ns IS NOT NULL
                                """,
                                row -> new Deleted(row.getString(1), row.getBoolean(2)),
                                Nanos.of(before)))
                .stream()
                .filter(deleted -> deleted.longAgo() || !store.contents().knows(deleted.id()))
                .map(Deleted::id)
                .toList();
    }

    private record Deleted(String id, boolean longAgo) {}
}
