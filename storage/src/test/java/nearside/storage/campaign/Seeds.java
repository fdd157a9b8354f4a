package nearside.storage.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A range of seeds to be tried. Asked for by `-Dnearside.seeds=FIRST-LAST`, each leaves a row in a
/// table under `docs/proof`, so that a long campaign can be run in parts; otherwise a few are tried
/// and nothing is written.
record Seeds(Path table, String columns, long first, long last) {
    private static final String RANGE = System.getProperty("nearside.seeds", "");

    static Seeds of(String table, String columns, long few) {
        Path file =
                Path.of(System.getProperty("nearside.models"))
                        .resolveSibling("docs/proof/" + table);
        long[] ends =
                Arrays.stream((RANGE.isEmpty() ? "1-" + few : RANGE).split("-", -1))
                        .mapToLong(Long::parseLong)
                        .toArray();
        return new Seeds(file, columns, ends[0], ends[ends.length - 1]);
    }

    /// Whether this is more than the everyday run.
    static boolean asked() {
        return !RANGE.isEmpty();
    }

    LongStream all() {
        return LongStream.rangeClosed(first, last);
    }

    /// Adds the row of one seed, with the machine's load average and the moment.
    void row(long seed, Object... values) throws IOException {
        String cells = Stream.of(values).map(Object::toString).collect(Collectors.joining(","));
        if (!asked()) {
            return;
        }
        Files.createDirectories(table.getParent());
        if (Files.notExists(table)) {
            Files.writeString(table, "seed," + columns + ",load_average,when\n");
        }
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        Files.writeString(
                table,
                String.format(
                        Locale.ROOT,
                        "%d,%s,%s,%s\n",
                        seed,
                        cells,
                        load,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS)),
                StandardOpenOption.APPEND);
    }
}
