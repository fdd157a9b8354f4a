package nearside.packaged;

import java.io.IOException;
import java.util.List;

/// The worker below a running program, and the signals sent to both.
final class Children {
    private Children() {}

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
