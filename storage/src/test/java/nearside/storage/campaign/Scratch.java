package nearside.storage.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder in memory where there is such a place: campaigns that cut processes, not power, need no
/// disk and are faster without.
record Scratch(Path folder) implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");

    static Scratch make() throws IOException {
        return new Scratch(
                Files.isWritable(MEMORY)
                        ? Files.createTempDirectory(MEMORY, "nearside-campaign-")
                        : Files.createTempDirectory("nearside-campaign-"));
    }

    /// Deletes all that is in the folder.
    void empty() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path each : all) {
                if (!each.equals(folder)) {
                    Files.delete(each);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        empty();
        Files.delete(folder);
    }
}
