package nearside.engine.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What the operating system tells of a process from outside: whether it got processor time since
/// the last look and, on Linux, in what states its threads are.
///
/// Source: proc(5), `/proc/PID/task/TID/stat`, third field.
final class ProcessSigns {
    private final ProcessHandle process;
    private final Path tasks;
    private Duration lastUsed = Duration.ZERO;

    ProcessSigns(ProcessHandle process) {
        this(process, Path.of("/proc"));
    }

    ProcessSigns(ProcessHandle process, Path proc) {
        this.process = process;
        this.tasks = proc.resolve(process.pid() + "/task");
    }

    /// What it did since the last look. To be called at each, so that there is a last look.
    Pulse.Sign look() {
        Duration used = process.info().totalCpuDuration().orElse(lastUsed);
        boolean ran = used.compareTo(lastUsed) > 0;
        lastUsed = used;
        return ran || anyWaits() ? Pulse.Sign.BUSY : Pulse.Sign.IDLE;
    }

    private boolean anyWaits() {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                if (waits(thread.resolve("stat"))) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException | UncheckedIOException unknown) {
            return false; // not Linux, or gone by now
        }
    }

    /// Runnable, or in a wait that nothing can interrupt, as for the disk.
    private static boolean waits(Path stat) throws IOException {
        String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
        int state = text.lastIndexOf(')') + 2; // a name in parentheses may hold anything
        return state < text.length() && (text.charAt(state) == 'R' || text.charAt(state) == 'D');
    }
}
