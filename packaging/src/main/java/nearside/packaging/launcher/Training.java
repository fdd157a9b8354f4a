package nearside.packaging.launcher;

import nearside.packaging.layout.Folder;
import nearside.packaging.layout.Trees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A run of the window without a display, from which the JVM learns what to have ready at the next
/// start: the AOT cache.
public record Training(Folder folder) {
    private static final String CACHE = "nearside.aot";
    private static final Duration LOOK = Duration.ofSeconds(8);
    private static final Duration WRITE = Duration.ofSeconds(90);

    /// The launcher option that uses the cache.
    public static final String OPTION = "-XX:AOTCache=$APPDIR/" + CACHE;

    /// Trains, and says in words why there is no cache when there is none. The program runs without
    /// it, only slower to start.
    public Optional<String> failure() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("nearside-training");
        Path cache = folder.app().resolve(CACHE);
        Files.deleteIfExists(cache);
        try {
            Path output = work.resolve("output");
            boolean ended = run(work, cache, output);
            if (ended && Files.isRegularFile(cache)) {
                return Optional.empty();
            }
            Files.deleteIfExists(cache);
            return Optional.of(Files.readString(output).strip());
        } finally {
            Trees.remove(work);
        }
    }

    private boolean run(Path work, Path cache, Path output)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        folder.launcher(Launchers.CORE).toString(),
                        "--data-dir",
                        work.resolve("profile").toString());
        builder.environment().remove("DISPLAY");
        builder.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", options(cache)));
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process window = builder.start();
        if (!window.waitFor(LOOK.toSeconds(), TimeUnit.SECONDS)) {
            window.destroy();
        }
        boolean ended = window.waitFor(WRITE.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            window.destroyForcibly().waitFor();
        }
        return ended;
    }

    private static List<String> options(Path cache) {
        return List.of(
                "-XX:AOTCacheOutput=" + cache, "-Dglass.platform=Headless", "-Dprism.order=sw");
    }
}
