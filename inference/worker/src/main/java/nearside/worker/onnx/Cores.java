package nearside.worker.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// How many threads the model gets: one for each physical core, as far as this process may use
/// them.
final class Cores {
    private static final Path LINUX = Path.of("/sys/devices/system/cpu");

    private Cores() {}

    /// The virtual machine knows the limits of the container.
    static int forModel() {
        return forModel(Runtime.getRuntime().availableProcessors(), physical(LINUX));
    }

    /// Below four processors every one helps: two threads on one core still decoded 1.4 times as
    /// fast as one.
    static int forModel(int available, OptionalInt physical) {
        return available < 4 ? available : Math.min(available, physical.orElse(available));
    }

    /// Distinct groups of sibling threads, where Linux tells.
    static OptionalInt physical(Path cpus) {
        try (Stream<Path> folders = Files.list(cpus)) {
            long cores =
                    folders.filter(folder -> folder.getFileName().toString().matches("cpu\\d+"))
                            .map(folder -> folder.resolve("topology/thread_siblings_list"))
                            .filter(Files::isReadable)
                            .map(Cores::text)
                            .distinct()
                            .count();
            return cores == 0 ? OptionalInt.empty() : OptionalInt.of((int) cores);
        } catch (IOException | UncheckedIOException e) {
            return OptionalInt.empty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
