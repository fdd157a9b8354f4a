package nearside.copilot.downloads;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// A process of its own that fetches, to be killed meanwhile.
final class FetchingProcess {
    private FetchingProcess() {}

    /// @param args base, storage, profile
    static void main(String[] args) throws IOException, InterruptedException {
        try (Fetched fetched =
                Fetched.from(
                        URI.create(args[0]),
                        URI.create(args[1]),
                        Path.of(args[2]),
                        Fetched.limits(Duration.ofMillis(500)))) {
            double before = processorSeconds();
            long idle = memory("VmRSS");
            System.out.println("began");
            System.out.println(fetched.run());
            System.out.printf(Locale.ROOT, "cpu %.2f%n", processorSeconds() - before);
            System.out.printf("memory over idle %d MB%n", (memory("VmHWM") - idle) / 1_000);
        }
    }

    private static double processorSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /// In kB, as Linux counts.
    private static long memory(String what) throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith(what))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                : 0;
    }

    static Process start(URI base, URI storage, Path profile) throws IOException {
        String path =
                String.join(
                        File.pathSeparator,
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""),
                        Path.of("target", "test-classes").toString());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC", // this and the next two as the launcher has them
                        "-Djdk.httpclient.bufsize=262144",
                        "-Djdk.httpclient.receiveBufferSize=524288",
                        "-Dnearside.models=" + System.getProperty("nearside.models"),
                        "-cp",
                        path,
                        FetchingProcess.class.getName(),
                        base.toString(),
                        storage.toString(),
                        profile.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
