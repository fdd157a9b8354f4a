package nearside.worker.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How many threads the model gets: one for each physical core, as far as this process may use
/// them.
final class Cores {
    /// To ONNX Runtime: as many as there are physical cores.
    private static final int RUNTIME_DECIDES = 0;

    private static final int FEW = 4;
    private static final Path CPUS = Path.of("/sys/devices/system/cpu");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

    private Cores() {}

    /// The virtual machine knows the limits of the container, Linux the cores. On Windows the
    /// runtime has to count them itself.
    static int forModel() {
        int available = Runtime.getRuntime().availableProcessors();
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return windows && available >= FEW
                ? RUNTIME_DECIDES
                : forModel(available, physical(CPUS, STATUS));
    }

    /// Below four processors every one helps: two threads on one core still decoded 1.4 times as
    /// fast as one.
    static int forModel(int available, OptionalInt physical) {
        return available < FEW ? available : Math.min(available, physical.orElse(available));
    }

    /// Distinct groups of sibling threads among the processors that this process may run on, where
    /// Linux tells.
    static OptionalInt physical(Path cpus, Path status) {
        try {
            BitSet allowed = allowed(status);
            long cores =
                    allowed.stream()
                            .mapToObj(cpu -> cpus.resolve("cpu" + cpu))
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

    /// Numbers of processors, which stand as ranges: `0-3,8`.
    private static BitSet allowed(Path status) throws IOException {
        BitSet allowed = new BitSet();
        Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(ALLOWED))
                .flatMap(line -> RANGE.matcher(line).results())
                .forEach(range -> add(allowed, range));
        return allowed;
    }

    private static void add(BitSet allowed, MatchResult range) {
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        allowed.set(first, Math.max(first, last) + 1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
