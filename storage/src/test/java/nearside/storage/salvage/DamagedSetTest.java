package nearside.storage.salvage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

class DamagedSetTest {
    private static final Shape ROW = Shape.of(Kind.WHOLE, Kind.TEXT);

    @TempDir Path folder;

    private static Set<Long> numbers(Path database) throws IOException {
        try (DamagedSet set = DamagedSet.open(database)) {
            return numbers(set.rows());
        }
    }

    private static Set<Long> numbers(Stream<Cell> cells) {
        Set<Long> numbers = new TreeSet<>();
        cells.filter(cell -> cell.fits(ROW))
                .flatMap(cell -> cell.values().stream())
                .forEach(values -> numbers.add(((Value.Whole) values.getFirst()).number()));
        return numbers;
    }

    private static Set<Long> upTo(long end) {
        Set<Long> numbers = new TreeSet<>();
        for (long i = 0; i < end; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    @Test
    void everyKindOfValueIsRead() throws Exception {
        Made made =
                Made.by(
                        folder,
                        List.of(
                                "CREATE TABLE t (a)",
                                """
                                INSERT INTO t VALUES (NULL), (0), (1), (-1), (127), (-32768),
                                    (8388607), (-2147483648), (140737488355327),
                                    (-9223372036854775808), (1.5), ('天地'), (x'00ff'), ('')
                                """));
        try (DamagedSet set = DamagedSet.open(made.database())) {
            assertEquals(
                    List.of(
                            new Value.Nothing(),
                            new Value.Whole(0),
                            new Value.Whole(1),
                            new Value.Whole(-1),
                            new Value.Whole(127),
                            new Value.Whole(-32768),
                            new Value.Whole(8388607),
                            new Value.Whole(-2147483648),
                            new Value.Whole(140737488355327L),
                            new Value.Whole(Long.MIN_VALUE),
                            new Value.Real(1.5),
                            new Value.Text("天地"),
                            new Value.Blob(ByteBuffer.wrap(new byte[] {0, (byte) 0xff})),
                            new Value.Text("")),
                    set.rows()
                            .map(cell -> cell.values().orElseThrow())
                            .filter(values -> values.size() == 1)
                            .map(List::getFirst)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 2048, 4096, 8192, 16384, 32768, 65536})
    void rowsAreFoundByEveryPageSizeWithoutTheHead(int size) throws Exception {
        Path file = folder.resolve("sized.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA page_size=" + size);
            statement.executeUpdate("CREATE TABLE t (n, s)");
            statement.executeUpdate(
                    """
                    WITH RECURSIVE i (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < 999)
                    INSERT INTO t SELECT n, hex(zeroblob(n % 400)) FROM i
                    """);
        }
        Made.overwrite(file, 0, 100);
        assertEquals(upTo(1000), numbers(file));
    }

    @Test
    void longTextsAreFollowedOverTheirPages() throws Exception {
        Made made =
                Made.by(
                        folder,
                        List.of(
                                "CREATE TABLE t (n, s)",
                                "INSERT INTO t VALUES (7, hex(zeroblob(100000)))"));
        try (DamagedSet set = DamagedSet.open(made.database())) {
            Value text =
                    set.rows()
                            .filter(cell -> cell.fits(ROW))
                            .findFirst()
                            .orElseThrow()
                            .values()
                            .orElseThrow()
                            .getLast();
            assertEquals(new Value.Text("0".repeat(200_000)), text);
        }
    }

    @Test
    void whatSqliteForgetsBehindABrokenFrameIsRead() throws Exception {
        Made made = Made.of(folder, 40);
        made.spoil(made.frames() / 2, 100, 200);
        assertEquals(LogState.BROKEN, LogState.beside(made.database()));
        assertEquals(upTo(40), numbers(made.database()));
    }

    /// The last page is broken in the log; the version before is an older one, not the newest.
    @Test
    void theVersionBeforeABrokenFrameIsAnOlderOne() throws Exception {
        Made made = Made.of(folder, 2);
        made.spoil(made.frames() - 1, 24, Made.PAGE);
        try (DamagedSet set = DamagedSet.open(made.database())) {
            assertEquals(Set.of(), numbers(set.rows()));
            assertEquals(Set.of(0L), numbers(set.olderRows()));
        }
    }

    @Test
    void pagesThatPointInACircleEnd() {
        byte[] page = new byte[512];
        page[0] = 0x0d;
        page[4] = 1;
        page[8] = 1; // the cell stands at 256
        ByteBuffer cell = ByteBuffer.wrap(page).position(256);
        cell.put(new byte[] {(byte) 0x87, (byte) 0x68, 1, 3, (byte) 0x8f, (byte) 0x42});
        PageSource circle = _ -> Optional.of(page);
        for (Cell found : new TreePage(circle, page).cells()) {
            found.values();
        }
        assertFalse(new TreePage(_ -> Optional.empty(), page).cells().size() > 1);
    }

    @Test
    void aFileThatIsNotThereHasNoRows() throws Exception {
        assertEquals(Set.of(), numbers(folder.resolve("none.db")));
    }

    @Test
    void noBytesMakeItFail() throws Exception {
        Made made = Made.of(folder, 60);
        byte[] sound = Files.readAllBytes(made.database());
        byte[] log = Files.readAllBytes(made.log());
        int rows = 0;
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Files.write(made.database(), spoiled(sound, random));
            Files.write(made.log(), spoiled(log, random));
            try (DamagedSet set = DamagedSet.open(made.database())) {
                rows += numbers(set.rows()).size();
                rows += numbers(set.olderRows()).size();
            }
        }
        assertTrue(rows > 1000, "too little work: " + rows);
    }

    private static byte[] spoiled(byte[] sound, SplittableRandom random) {
        byte[] spoiled = Arrays.copyOf(sound, random.nextInt(sound.length + 1));
        for (int left = random.nextInt(400); left > 0 && spoiled.length > 0; left--) {
            spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
        }
        return spoiled;
    }
}
