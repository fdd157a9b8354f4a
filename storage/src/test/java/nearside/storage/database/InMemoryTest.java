package nearside.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

class InMemoryTest {
    private static final String SCRIPT =
            "CREATE TABLE one (n INTEGER PRIMARY KEY) STRICT; CREATE TABLE two (n) STRICT;"
                    .replace("two (n)", "two (n INTEGER)");

    private static List<Integer> ones(Session session) throws SQLException {
        return session.rows("SELECT n FROM one ORDER BY n", row -> row.getInt(1));
    }

    @Test
    void whatIsWrittenIsReadBeforeItIsSettled() {
        try (InMemory memory = InMemory.of(SCRIPT)) {
            memory.write(session -> session.change("INSERT INTO one VALUES (?)", 1));
            memory.write(session -> {
                session.changeEach("INSERT INTO one VALUES (?)", List.of(List.of(2), List.of(3)));
                return session.change("INSERT INTO two VALUES (?)", Optional.empty());
            });
            assertEquals(List.of(1, 2, 3), memory.use(InMemoryTest::ones));
            memory.settle();
            memory.settle();
            assertEquals(List.of(1, 2, 3), memory.use(InMemoryTest::ones));
        }
    }

    @Test
    void twoOfThemKnowNothingOfEachOther() {
        try (InMemory one = InMemory.of(SCRIPT);
                InMemory other = InMemory.of(SCRIPT)) {
            one.write(session -> session.change("INSERT INTO one VALUES (?)", 1));
            assertEquals(List.of(), other.use(InMemoryTest::ones));
        }
    }

    @Test
    void aFailureIsToldAndTheNextCallWorks() {
        try (InMemory memory = InMemory.of(SCRIPT)) {
            memory.write(session -> session.change("INSERT INTO one VALUES (?)", 1));
            DatabaseException told =
                    assertThrows(
                            DatabaseException.class,
                            () ->
                                    memory.write(session ->
                                            session.change("INSERT INTO one VALUES (?)", 1)));
            assertEquals(new Trouble.Broken(1555), told.trouble());
            assertEquals(List.of(1), memory.use(InMemoryTest::ones));
        }
    }

    @Test
    void itHasNoFileAndSortsInMemory() {
        try (InMemory memory = InMemory.of(SCRIPT)) {
            assertEquals(
                    "",
                    memory.use(session ->
                            session.row("PRAGMA database_list", row -> row.getString("file"))
                                    .orElse("none")));
            assertEquals("2", memory.use(session -> session.pragma("temp_store")));
        }
    }
}
