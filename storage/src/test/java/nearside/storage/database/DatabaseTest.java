package nearside.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class DatabaseTest {
    private static final String LARGE = "x".repeat(1 << 20);

    @TempDir Path folder;
    private Path file;
    private Database database;

    @BeforeEach
    void open() {
        file = folder.resolve("some.db");
        database = Database.open(file, Tables.plain());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void oneThreadWritesAndItHasAName() {
        String here = Thread.currentThread().getName();

        assertEquals("nearside-journal", database.write(s -> Thread.currentThread().getName()));
        assertEquals(here, database.read(s -> Thread.currentThread().getName()));
    }

    @Test
    void whatIsWrittenIsReadAtOnce() {
        save("a", "text");

        assertEquals(List.of("text"), texts());
    }

    @Test
    void aMistakeInTheWorkLeavesNothingAndBreaksNothing() {
        IllegalStateException mistake = new IllegalStateException("mistake");

        IllegalStateException thrown =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                database.write(s -> {
                                    put(s, "a", "text");
                                    throw mistake;
                                }));

        assertEquals(mistake, thrown);
        assertEquals(List.of(), texts());
        save("b", "next");
        assertEquals(List.of("next"), texts());
    }

    @Test
    void aMistakeInAReadReachesTheCaller() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        database.read(s -> {
                            throw new IllegalStateException("mistake");
                        }));
        assertEquals(List.of(), texts());
    }

    @Test
    void whatAPowerCutLeftOfARollbackJournalIsUndone() throws Exception {
        save("a", "text");
        Path cut = folder.resolve("cut.db");
        Session session = Connections.connect(file);
        database.close();
        try {
            session.pragma("journal_mode=DELETE");
            session.script("PRAGMA cache_size=1");
            session.write(inside -> {
                for (int i = 0; i < 100; i++) {
                    put(inside, "more" + i, "x".repeat(4096));
                }
                copy(file, cut);
                return copy(journalOf(file), journalOf(cut));
            });
        } finally {
            session.close();
        }
        assertTrue(Files.size(journalOf(cut)) > 512, "no journal to undo");

        database = Database.open(cut, Tables.plain());

        assertEquals(List.of("text"), texts());
    }

    private static Path journalOf(Path file) {
        return file.resolveSibling(file.getFileName() + "-journal");
    }

    private static Path copy(Path from, Path to) throws SQLException {
        try {
            return Files.copy(from, to);
        } catch (IOException failed) {
            throw new SQLException(failed);
        }
    }

    @Test
    void aReadCannotWrite() {
        assertThrows(DatabaseException.class, () -> database.read(s -> put(s, "a", "text")));
        assertEquals(List.of(), texts());
    }

    @Test
    void aReadSeesOneStateToItsEnd() {
        save("a", "one");

        List<String> seen =
                database.read(s -> {
                    List<String> before = texts(s);
                    save("b", "two");
                    assertEquals(before, texts(s));
                    return before;
                });

        assertEquals(List.of("one"), seen);
        assertEquals(List.of("one", "two"), texts());
    }

    @Test
    void aFullDiskIsToldAndTheNextWriteGoesOnAConnectionMadeAnew() {
        save("a", "before");

        DatabaseException failed =
                assertThrows(DatabaseException.class, () -> database.write(this::overfill));

        assertInstanceOf(Trouble.DiskFull.class, failed.trouble());
        save("c", "after");
        assertEquals(List.of("before", "after"), texts());
    }

    @Test
    void aBareExceptionAlsoMakesTheConnectionsAnew() {
        database.write(s -> put(s, "a", "before"));

        DatabaseException failed =
                assertThrows(
                        DatabaseException.class,
                        () ->
                                database.write(s -> {
                                    put(s, "b", "lost");
                                    s.script("CREATE TEMP TABLE old (x)");
                                    throw new SQLException("bare");
                                }));

        assertEquals(new Trouble.Broken(0), failed.trouble());
        assertEquals(List.of("before"), texts());
        assertEquals(
                List.of(),
                database.write(s -> s.rows("SELECT name FROM temp.sqlite_schema", r -> 1)));
    }

    @Test
    void aReaderThatFailsDoesNotCutAWriteInProgress() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch readFailing = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> write =
                    threads.submit(() ->
                            database.write(s -> {
                                put(s, "a", "whole");
                                written.countDown();
                                await(readFailing);
                                return put(s, "b", "work");
                            }));
            written.await();
            Future<DatabaseException> read =
                    threads.submit(() ->
                            assertThrows(
                                    DatabaseException.class,
                                    () ->
                                            database.read(s -> {
                                                readFailing.countDown();
                                                throw new SQLException("bare");
                                            })));
            assertEquals(1, write.get());
            assertEquals(new Trouble.Broken(0), read.get().trouble());
        }
        assertEquals(List.of("whole", "work"), texts());
    }

    @Test
    void aReadInProgressOutlivesAWriterThatFails() {
        save("a", "one");

        List<String> seen =
                database.read(s -> {
                    assertThrows(DatabaseException.class, () -> database.write(this::overfill));
                    return texts(s);
                });

        assertEquals(List.of("one"), seen);
        assertEquals(List.of("one"), texts());
    }

    @Test
    void damageIsToldWithTheFindingOfTheCheckAtOpening() throws Exception {
        database.write(s -> {
            for (int i = 0; i < 200; i++) {
                put(s, "d" + i, "x".repeat(3_000));
            }
            return 200;
        });
        database.close();
        damage();
        Trouble found =
                assertThrows(DatabaseException.class, () -> Database.open(file, Tables.plain()))
                        .trouble();

        assertTrue(assertInstanceOf(Trouble.Damaged.class, found).finding().length() > 3);
    }

    @Test
    void whileTheFileCannotBeOpenedEveryCallSaysSoAndThenItGoesOn() throws Exception {
        save("a", "before");
        Path aside = folder.resolve("aside.db");
        assertThrows(
                DatabaseException.class,
                () ->
                        database.write(s -> {
                            hide(aside);
                            throw new SQLException("bare");
                        }));

        assertEquals(
                new Trouble.Denied(), assertThrows(DatabaseException.class, this::texts).trouble());
        assertEquals(
                new Trouble.Denied(),
                assertThrows(DatabaseException.class, () -> save("b", "lost")).trouble());

        Files.delete(file);
        Files.move(aside, file);
        save("c", "after");
        assertEquals(List.of("before", "after"), texts());
    }

    @Test
    void anInterruptNeitherCutsAWriteNorIsForgotten() {
        Thread.currentThread().interrupt();

        save("a", "text");

        assertTrue(Thread.interrupted());
        assertEquals(List.of("text"), texts());
    }

    @Test
    void manyThreadsWriteAndReadAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i : IntStream.range(0, 50).toArray()) {
                all.add(threads.submit(() -> save("d" + i, "text")));
                all.add(threads.submit(() -> texts().size()));
            }
            for (Future<Integer> each : all) {
                assertTrue(each.get() <= 50);
            }
        }
        assertEquals(50, texts().size());
    }

    @Test
    void aClosedDatabaseSaysSo() {
        database.close();
        database.close();

        assertThrows(IllegalStateException.class, () -> save("a", "late"));
        assertThrows(IllegalStateException.class, this::texts);
    }

    private int overfill(Session session) throws SQLException {
        session.script("PRAGMA max_page_count=" + session.pragma("page_count"));
        return put(session, "b", LARGE);
    }

    private void hide(Path aside) {
        try {
            Files.move(file, aside);
            Files.createDirectory(file);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private void damage() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long page = 8; page * 4096 < bytes.length(); page += 5) {
                bytes.seek(page * 4096);
                bytes.write(new byte[4096]);
            }
        }
    }

    private int save(String id, String text) {
        return database.write(s -> put(s, id, text));
    }

    private static int put(Session session, String id, String text) throws SQLException {
        return session.change("INSERT INTO draft (conversation, text) VALUES (?, ?)", id, text);
    }

    private List<String> texts() {
        return database.read(DatabaseTest::texts);
    }

    private static List<String> texts(Session session) throws SQLException {
        return session.rows(
                "SELECT text FROM draft ORDER BY conversation", row -> row.getString(1));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
