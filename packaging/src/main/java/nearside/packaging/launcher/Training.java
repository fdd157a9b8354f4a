package nearside.packaging.launcher;

import nearside.packaging.layout.Trees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A run of the window without a display, from which the JVM learns what to have ready at the next
/// start: the AOT cache. The JVM takes a cache only where the module path lies at the very place at
/// which it was trained.
///
/// @param runtime the Java runtime to train, with its `java` command
/// @param core the launcher that is trained
/// @param place what `$APPDIR` will be when people start it
public record Training(Path runtime, LauncherFile core, Path place) {
    private static final Duration LOOK = Duration.ofSeconds(8);
    private static final Duration WRITE = Duration.ofSeconds(90);

    /// The cache's file name, beside the launcher files.
    public static final String CACHE = "nearside.aot";

    /// The launcher option that uses the cache.
    public static final String OPTION = "-XX:AOTCache=$APPDIR/" + CACHE;

    /// Trains, and says in words why there is no cache when there is none. The program runs without
    /// it, only slower to start.
    public Optional<String> failure() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("nearside-training");
        Path cache = place.resolve(CACHE);
        Files.deleteIfExists(cache);
        try {
            Path output = work.resolve("output");
            if (watched(work, output) && Files.isRegularFile(cache)) {
                return Optional.empty();
            }
            Files.deleteIfExists(cache);
            return Optional.of(Files.readString(output).strip());
        } finally {
            Trees.remove(work);
        }
    }

    /// Looks at the window for a while, asks it to end, and waits while the JVM writes the cache on
    /// its way out.
    private boolean watched(Path work, Path output) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(work.resolve("profile")));
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        Process window = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (window.waitFor(LOOK.toSeconds(), TimeUnit.SECONDS)) {
            return false; // a window stays until it is closed
        }
        window.destroy();
        boolean ended = window.waitFor(WRITE.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            window.destroyForcibly().waitFor();
        }
        return ended;
    }

    List<String> command(Path profile) {
        List<String> command = new ArrayList<>();
        command.add(runtime.resolve("bin/java").toString());
        command.add("-XX:AOTCacheOutput=" + place.resolve(CACHE));
        command.add("-Dglass.platform=Headless");
        command.add("-Dprism.order=sw");
        core.options().forEach(o -> command.add(o.replace("$APPDIR", place.toString())));
        command.addAll(List.of("-m", core.mainModule(), "--data-dir", profile.toString()));
        return command;
    }
}
