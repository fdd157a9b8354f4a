package nearside.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Seeds to be tried. Asked for by `-Dnearside.seeds=FIRST-LAST`, every seed leaves a row in a
/// table under `docs/proof`; otherwise a few are tried and nothing is written.
record KillTable(Path table, String columns, long first, long last, boolean kept) {
    static KillTable of(String table, String columns, long few) {
        Path file =
                Path.of(System.getProperty("nearside.models"))
                        .resolveSibling("docs/proof/" + table);
        String range = System.getProperty("nearside.seeds", "");
        if (range.isEmpty()) {
            return new KillTable(file, columns, 1, few, false);
        }
        long[] ends = Arrays.stream(range.split("-")).mapToLong(Long::parseLong).toArray();
        return new KillTable(file, columns, ends[0], ends[ends.length - 1], true);
    }

    LongStream seeds() {
        return LongStream.rangeClosed(first, last);
    }

    /// Adds the row of one seed.
    void row(long seed, Object... values) throws IOException {
        if (!kept) {
            return;
        }
        if (Files.notExists(table)) {
            Files.writeString(table, "seed," + columns + ",when\n");
        }
        String cells = Stream.of(values).map(Object::toString).collect(Collectors.joining(","));
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Files.writeString(table, seed + "," + cells + "," + now + "\n", StandardOpenOption.APPEND);
    }
}
