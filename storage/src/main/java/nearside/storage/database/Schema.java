package nearside.storage.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// The versions of the tables. Each is a script that turns the version before it into itself; a
/// released script never changes again.
final class Schema {
    private static final List<String> SCRIPTS = List.of("schema-1.sql");

    static final int KNOWN = SCRIPTS.size();

    /// "Near", so that tools and this program tell our files from others.
    static final int APPLICATION = 0x4E656172;

    private Schema() {}

    /// Writes nothing into a file of the known version: it must open on a full disk, too.
    static void bringUp(Session session) throws SQLException {
        session.write(inside -> {
            int found = Integer.parseInt(inside.pragma("user_version"));
            refuseForeign(inside, found);
            for (int version = found; version < KNOWN; version++) {
                inside.script(text(SCRIPTS.get(version)));
                inside.script("PRAGMA application_id=" + APPLICATION);
                inside.script("PRAGMA user_version=" + (version + 1));
            }
            return KNOWN;
        });
    }

    private static void refuseForeign(Session session, int found) throws SQLException {
        if (found > KNOWN) {
            throw new DatabaseException(new Trouble.Newer(found, KNOWN));
        }
        int application = Integer.parseInt(session.pragma("application_id"));
        boolean empty = session.rows("SELECT 1 FROM sqlite_schema LIMIT 1", row -> 1).isEmpty();
        boolean ours = empty ? application == 0 && found == 0 : application == APPLICATION;
        if (!ours) {
            throw new DatabaseException(new Trouble.Damaged("not a database of this program"));
        }
    }

    private static String text(String script) {
        try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(script))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
