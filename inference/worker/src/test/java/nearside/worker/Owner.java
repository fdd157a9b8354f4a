package nearside.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// An [OwnerChild] in a process of its own.
record Owner(Process process, BufferedReader lines) implements AutoCloseable {
    static Owner start(Path temp, String model, int words, int limit) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Dnearside.models=" + System.getProperty("nearside.models"),
                                "-Dnearside.worker.args="
                                        + System.getProperty("nearside.worker.args"),
                                "-cp",
                                classPath(),
                                OwnerChild.class.getName(),
                                temp.toString(),
                                model,
                                String.valueOf(words),
                                String.valueOf(limit))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        return new Owner(process, process.inputReader(StandardCharsets.UTF_8));
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""),
                Path.of(System.getProperty("basedir", "."), "target", "test-classes").toString());
    }

    /// Reads up to an event of this kind.
    void await(String event) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(event)) {
            line = lines.readLine();
        }
        assertTrue(line != null, "ended before " + event);
    }

    ProcessHandle worker() {
        return workerOf(process.toHandle());
    }

    /// The one worker that this process has.
    static ProcessHandle workerOf(ProcessHandle program) {
        List<ProcessHandle> workers = program.children().filter(Owner::isWorker).toList();
        assertEquals(1, workers.size(), "workers");
        return workers.getFirst();
    }

    static boolean isWorker(ProcessHandle child) {
        return Stream.of(child.info().arguments().orElse(new String[0]))
                .anyMatch(argument -> argument.contains("launch.args"));
    }

    static void signal(ProcessHandle process, String name)
            throws IOException, InterruptedException {
        String pid = String.valueOf(process.pid());
        assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).start().waitFor());
    }

    /// Kills the program as a crash would; its worker must be gone soon after.
    void killAndAwait(ProcessHandle worker) throws Exception {
        signal(process.toHandle(), "KILL");
        worker.onExit().get(3, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
