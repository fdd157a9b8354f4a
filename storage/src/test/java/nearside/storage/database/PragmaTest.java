package nearside.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

class PragmaTest {
    @TempDir Path folder;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("some.db"), Tables.plain());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theWriterKeepsEveryRule() {
        assertEquals(expected(Pragma.WRITER), database.write(s -> found(s, Pragma.WRITER)));
    }

    @Test
    void everyReaderKeepsEveryRuleAndOnlyReads() {
        List<Pragma> all = new ArrayList<>(Pragma.WRITER);
        all.add(Pragma.READER);

        List<String> both =
                database.read(one -> {
                    List<String> found = database.read(two -> found(two, all));
                    assertEquals(found, found(one, all));
                    return found;
                });
        assertEquals(expected(all), both);
    }

    @Test
    void theRulesThatDurabilityRestsOnAreThese() {
        assertEquals(
                List.of("wal", "2", "1"),
                database.write(s ->
                        List.of(
                                s.pragma("journal_mode"),
                                s.pragma("synchronous"),
                                s.pragma("foreign_keys"))));
    }

    @Test
    void aRuleThatSqliteDoesNotTakeIsNoticed() {
        Pragma unknown = new Pragma("no_such_rule", "1", "1");
        Pragma wrong = new Pragma("cache_size", "7", "8");

        List<SQLException> refusals =
                database.write(s ->
                        List.of(
                                assertThrows(SQLException.class, () -> unknown.apply(s)),
                                assertThrows(SQLException.class, () -> wrong.apply(s))));

        assertEquals(
                List.of("Query does not return results", "PRAGMA cache_size reads back as 7"),
                refusals.stream().map(Throwable::getMessage).toList());
    }

    @Test
    void noExtensionCanBeLoaded() {
        SQLException refused =
                database.read(s ->
                        assertThrows(
                                SQLException.class,
                                () -> s.row("SELECT load_extension('x')", row -> 1)));

        assertTrue(refused.toString().contains("not authorized"), refused.toString());
    }

    private static List<String> found(Session session, List<Pragma> rules) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Pragma rule : rules) {
            found.add(rule.name() + "=" + session.pragma(rule.name()));
        }
        return found;
    }

    private static List<String> expected(List<Pragma> rules) {
        return rules.stream().map(rule -> rule.name() + "=" + rule.readBack()).toList();
    }
}
