package nearside.engine.contract;

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

/// A range of seeds to be tried. Asked for by `-Dnearside.seeds=FIRST-LAST`, every seed leaves a
/// row in a table under `docs/proof`, so that a long campaign can be run in parts; otherwise a few
/// seeds are tried and nothing is written.
public record Campaign(Path table, String columns, long first, long last, boolean kept) {
    public static Campaign of(String table, String columns, long few) {
        Path file =
                Path.of(System.getProperty("nearside.models"))
                        .resolveSibling("docs/proof/" + table);
        String range = System.getProperty("nearside.seeds", "");
        if (range.isEmpty()) {
            return new Campaign(file, columns, 1, few, false);
        }
        long[] ends = Arrays.stream(range.split("-")).mapToLong(Long::parseLong).toArray();
        return new Campaign(file, columns, ends[0], ends[ends.length - 1], true);
    }

    public LongStream seeds() {
        return LongStream.rangeClosed(first, last);
    }

    /// Of the last minute, where Linux tells.
    public static double loadAverage() throws IOException {
        String text = Files.readString(Path.of("/proc/loadavg"));
        return Double.parseDouble(text.substring(0, text.indexOf(' ')));
    }

    /// Adds the row of one seed, with the moment and the machine's load average.
    public void row(long seed, Object... values) throws IOException {
        if (!kept) {
            return;
        }
        Files.createDirectories(table.getParent());
        if (Files.notExists(table)) {
            Files.writeString(table, "seed," + columns + ",load_average,when\n");
        }
        String cells = Stream.of(values).map(Object::toString).collect(Collectors.joining(","));
        String row =
                String.format(
                        Locale.ROOT,
                        "%d,%s,%.1f,%s\n",
                        seed,
                        cells,
                        loadAverage(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS));
        Files.writeString(table, row, StandardOpenOption.APPEND);
    }
}
