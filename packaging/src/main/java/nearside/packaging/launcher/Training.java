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

/// A run of a program, from which the JVM learns what to have ready at the next start: the AOT
/// cache. The JVM takes a cache only where the module path lies at the very place at which it was
/// trained.
///
/// @param runtime the Java runtime to train, with its `java` command
/// @param launcher the launcher that is trained
/// @param place what `$APPDIR` will be when people start it
public record Training(Path runtime, LauncherFile launcher, Path place, Lesson lesson) {
    private static final Duration WRITE = Duration.ofSeconds(90);

    /// Trains, and says in words why there is no cache when there is none. The program runs without
    /// it, only slower to start.
    public Optional<String> failure() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("nearside-training");
        Path cache = place.resolve(lesson.cache());
        Files.deleteIfExists(cache);
        try {
            Path output = work.resolve("output");
            if (ran(work, output) && Files.isRegularFile(cache)) {
                return Optional.empty();
            }
            Files.deleteIfExists(cache);
            return Optional.of(Files.readString(output).strip());
        } finally {
            Trees.remove(work);
        }
    }

    /// The launcher as it is after a training that went well.
    public LauncherFile trained() {
        return launcher.with("-XX:AOTCache=$APPDIR/" + lesson.cache());
    }

    /// Waits while the JVM writes the cache on its way out.
    private boolean ran(Path work, Path output) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(work.resolve("profile")));
        Process program = lesson.start(builder, output);
        if (!lesson.use(program)) {
            program.destroyForcibly().waitFor();
            return false;
        }
        boolean ended = program.waitFor(WRITE.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            program.destroyForcibly().waitFor();
        }
        return ended;
    }

    List<String> command(Path profile) {
        List<String> command = new ArrayList<>();
        command.add(runtime.resolve("bin/java").toString());
        command.add("-XX:AOTCacheOutput=" + place.resolve(lesson.cache()));
        command.addAll(lesson.options());
        launcher.options().forEach(o -> command.add(o.replace("$APPDIR", place.toString())));
        command.addAll(List.of("-m", launcher.mainModule()));
        command.addAll(lesson.arguments(profile));
        return command;
    }
}
