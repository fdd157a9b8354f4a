package nearside.storage;

import nearside.storage.database.Session;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// What a new holder of a profile puts right: replies that a dead process was writing are cut, and
/// conversations deleted long ago are removed for good.
final class Recovery {
    static final Duration KEPT = Duration.ofDays(30);

    private Recovery() {}

    static void run(Store store, Instant now) {
        store.write(session -> {
            cut(session);
            purge(session, now.minus(KEPT));
            return now;
        });
    }

    private static void cut(Session session) throws SQLException {
        for (long reply :
                session.rows(
                        "SELECT seq FROM message WHERE state = 'WRITING'", row -> row.getLong(1))) {
            Segments.fold(session, reply);
            session.change("UPDATE message SET state = 'CUT' WHERE seq = ?", reply);
        }
    }

    private static void purge(Session session, Instant before) throws SQLException {
        session.change(
                """
                DELETE FROM draft WHERE conversation IN
                    (SELECT id FROM conversation WHERE deleted_ns < ?)
                """,
                Nanos.of(before));
        session.change("DELETE FROM conversation WHERE deleted_ns < ?", Nanos.of(before));
    }
}
