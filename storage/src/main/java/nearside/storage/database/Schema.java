package nearside.storage.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// The versions of the tables. Each is a script that turns the version before it into itself, and
/// what SQL cannot do of it; a released version never changes again.
public final class Schema {
    /// "Near", so that tools and this program tell our files from others.
    static final int APPLICATION = 0x4E656172;

    /// From this version on there is no plain content.
    static final int FIRST_SEALED = 2;

    /// What is found in a database that another program made.
    public static final String FOREIGN = "not a database of this program";

    private final List<Step> steps;

    /// One version.
    private record Step(String script, Work<?> rest) {}

    private Schema(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /// All versions.
    ///
    /// @param sealing turns the plain rows of the first version into sealed ones
    public static Schema of(Work<?> sealing) {
        return new Schema(
                List.of(
                        new Step("schema-1.sql", _ -> List.of()),
                        new Step("schema-2.sql", sealing),
                        new Step("schema-3.sql", _ -> List.of()),
                        new Step("schema-4.sql", _ -> List.of())));
    }

    /// The newest version.
    public int known() {
        return steps.size();
    }

    /// The version of the file's tables, zero when it has none. Throws when they are not ours or of
    /// a later program.
    int check(Session session) throws SQLException {
        int found = Integer.parseInt(session.pragma("user_version"));
        if (found > known()) {
            throw new DatabaseException(new Trouble.Newer(found, known()));
        }
        int application = Integer.parseInt(session.pragma("application_id"));
        boolean empty = session.rows("SELECT 1 FROM sqlite_schema LIMIT 1", row -> 1).isEmpty();
        boolean ours = empty ? application == 0 && found == 0 : application == APPLICATION;
        if (!ours) {
            throw new DatabaseException(new Trouble.Damaged(FOREIGN));
        }
        return found;
    }

    /// Brings the tables to the known version, each step in a transaction of its own. Writes
    /// nothing into a file of the known version: it must open on a full disk, too.
    void bringUp(Session session) throws SQLException {
        for (int version = check(session); version < known(); version++) {
            Step step = steps.get(version);
            int next = version + 1;
            session.write(inside -> {
                inside.script(text(step.script()));
                step.rest().in(inside);
                inside.script("PRAGMA application_id=" + APPLICATION);
                inside.script("PRAGMA user_version=" + next);
                return next;
            });
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
