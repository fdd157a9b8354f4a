package nearside.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The seeds that are tried, and the table in which a long campaign keeps what became of each:
/// `docs/proof/damage.csv`. Without `-Dnearside.seeds=FIRST-LAST` (or several ranges and seeds,
/// with commas) a few are tried, and those that once found a fault of this program, and nothing is
/// written.
record DamageTable(Path file, List<Long> seeds, Keeping keeping) {
    private static final List<Long> TELLING =
            List.of(450L, 494L, 989L, 1383L, 1889L, 2022L, 4047L, 4486L);

    private static final String COLUMNS =
            "seed,form,backup,kinds,messages,untouched,untouched_lost,backed_lost,doubled,"
                    + "control_lost,cause,damaged,orphans,from_backup,open_ms\n";

    enum Keeping {
        KEPT,
        TRIED
    }

    static DamageTable of(long few) {
        Path file =
                Path.of(System.getProperty("nearside.models"))
                        .resolveSibling("docs/proof/damage.csv");
        String range = System.getProperty("nearside.seeds", "");
        if (range.isEmpty()) {
            Stream<Long> some = LongStream.rangeClosed(1, few).boxed();
            return new DamageTable(
                    file, Stream.concat(some, TELLING.stream()).toList(), Keeping.TRIED);
        }
        return new DamageTable(
                file,
                Arrays.stream(range.split(",", -1)).flatMap(DamageTable::range).toList(),
                Keeping.KEPT);
    }

    private static Stream<Long> range(String text) {
        long[] ends = Arrays.stream(text.split("-", -1)).mapToLong(Long::parseLong).toArray();
        return LongStream.rangeClosed(ends[0], ends[ends.length - 1]).boxed();
    }

    void row(Object... values) throws IOException {
        if (keeping == Keeping.TRIED) {
            return;
        }
        Files.createDirectories(file.getParent());
        if (Files.notExists(file)) {
            Files.writeString(file, COLUMNS);
        }
        Files.writeString(
                file,
                Stream.of(values).map(Object::toString).collect(Collectors.joining(",")) + "\n",
                StandardOpenOption.APPEND);
    }
}
