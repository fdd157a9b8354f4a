package nearside.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The worker below a running program, and the signals sent to both.
final class Children {
    /// How their temporary folders begin; a JVM takes no other root than this.
    static final Path FOLDERS = Path.of(System.getProperty("java.io.tmpdir"), "worker-");

    private Children() {}

    /// The temporary folders of all workers that run, and of those that left theirs behind.
    static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(FOLDERS.getParent())) {
            return all.filter(path -> path.toString().startsWith(FOLDERS.toString()))
                    .sorted()
                    .toList();
        }
    }

    /// Every process below this one that is the worker.
    static List<ProcessHandle> workers(Process program) {
        return program.descendants()
                .filter(child ->
                        child.info().command().orElse("").contains("nearside-engine")
                                || child.info()
                                        .commandLine()
                                        .orElse("")
                                        .contains("nearside-engine"))
                .toList();
    }

    static void signal(ProcessHandle process, String name)
            throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    }
}
