package nearside.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

class SchemaTest {
    @TempDir Path folder;

    @Test
    void aNewFileGetsTheKnownVersionAndOurMark() {
        try (Database database = Database.open(file(), Tables.plain())) {
            assertEquals(
                    List.of("4", Integer.toString(0x4E656172)),
                    database.read(
                            s -> List.of(s.pragma("user_version"), s.pragma("application_id"))));
        }
    }

    @Test
    void openingAgainChangesNothing() {
        List<String> first = tables();

        assertEquals(first, tables());
    }

    /// The frozen file is the first released schema with rows; it never changes again.
    @Test
    void theFirstReleasedSchemaIsBroughtUpToAFreshOneWithItsRows() throws Exception {
        run(resource("released-1.sql"));

        List<String> migrated = tables();

        try (Database database = Database.open(file(), Tables.plain())) {
            assertEquals(
                    List.of("Why is the sky blue?"),
                    database.read(
                            s -> s.rows("SELECT title FROM conversation", r -> r.getString(1))));
            assertEquals(
                    List.of("Why is the sky blue?", "Because of scattering."),
                    database.read(s ->
                            s.rows(
                                    "SELECT text FROM segment ORDER BY message",
                                    r -> r.getString(1))));
        }
        try (Database fresh = Database.open(folder.resolve("fresh.db"), Tables.plain())) {
            assertEquals(fresh.read(SchemaTest::tables), migrated);
        }
    }

    @Test
    void aNewerVersionIsRefusedWithBothNumbers() throws Exception {
        tables();
        run("PRAGMA user_version = 9");

        assertEquals(new Trouble.Newer(9, 4), refusal());
    }

    @Test
    void aDatabaseOfAnotherProgramIsNotTouched() throws Exception {
        run("CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1);");

        assertEquals(new Trouble.Damaged("not a database of this program"), refusal());
        assertEquals(new Trouble.Damaged("not a database of this program"), refusal());
    }

    @Test
    void anEmptyDatabaseMarkedByAnotherProgramIsNotTouched() throws Exception {
        run("PRAGMA application_id = 5");

        assertEquals(new Trouble.Damaged("not a database of this program"), refusal());
    }

    @Test
    void contentStandsOnlyInColumnsThatMayHoldSealedBytes() {
        tables();
        try (Database database = Database.open(file(), Tables.plain())) {
            assertEquals(
                    List.of(
                            "attachment.name",
                            "attachment_block.bytes",
                            "conversation.extra",
                            "conversation.setup",
                            "conversation.title",
                            "draft.text",
                            "draft_file.bytes",
                            "draft_file.name",
                            "folder.name",
                            "message.decision",
                            "message.extra",
                            "piece.text",
                            "segment.text",
                            "tag.name",
                            "template.name",
                            "template.text"),
                    database.read(s ->
                            s.rows(
                                    """
                                    SELECT t.name || '.' || c.name
                                    FROM pragma_table_list t, pragma_table_info(t.name) c
                                    WHERE c.type = 'ANY' ORDER BY 1
                                    """,
                                    row -> row.getString(1))));
        }
    }

    private Trouble refusal() {
        return assertThrows(DatabaseException.class, () -> Database.open(file(), Tables.plain()))
                .trouble();
    }

    private List<String> tables() {
        try (Database database = Database.open(file(), Tables.plain())) {
            return database.read(SchemaTest::tables);
        }
    }

    private static List<String> tables(Session session) throws SQLException {
        return session.rows(
                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name",
                row -> row.getString(1).replaceAll("--[^\n]*", "").replaceAll("\\s+", " "));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SchemaTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path file() {
        return folder.resolve("some.db");
    }
}
