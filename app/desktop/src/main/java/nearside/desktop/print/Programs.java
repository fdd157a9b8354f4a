package nearside.desktop.print;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Small programs of the system, each run to its end or to the end of the patience with it.
///
/// @param environment of the person, in whose PATH they are looked for
record Programs(Map<String, String> environment, Duration patience) {
    private static final int MOST_SAID = 64 * 1024;

    /// A child of a program may hold its output open when it is gone.
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("printing-", 0).start(task);

    Programs {
        environment = Map.copyOf(environment);
    }

    /// What became of a program.
    sealed interface Ran {
        record Done(String said) implements Ran {}

        record Failed(String said) implements Ran {}

        /// It did not end.
        record Silent() implements Ran {}

        /// There is none of that name.
        record Absent() implements Ran {}
    }

    /// @param input what it reads
    Ran run(String name, List<String> arguments, byte[] input) {
        Optional<Path> file = find(name);
        if (file.isEmpty()) {
            return new Ran.Absent();
        }
        ProcessBuilder line =
                new ProcessBuilder(
                        Stream.concat(Stream.of(file.get().toString()), arguments.stream())
                                .toList());
        line.environment().clear();
        line.environment().putAll(inPlainEnglish());
        try {
            return ran(line.start(), input);
        } catch (IOException refused) {
            return new Ran.Failed(String.valueOf(refused.getMessage()));
        }
    }

    /// The JDK looks in the PATH of this process, which may be another.
    private Optional<Path> find(String name) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private Map<String, String> inPlainEnglish() {
        Map<String, String> plain = new HashMap<>(environment);
        plain.put("LC_ALL", "C");
        return plain;
    }

    private Ran ran(Process program, byte[] input) {
        var out = CompletableFuture.supplyAsync(() -> said(program.getInputStream()), THREADS);
        var err = CompletableFuture.supplyAsync(() -> said(program.getErrorStream()), THREADS);
        var fed = CompletableFuture.supplyAsync(() -> fed(program, input), THREADS);
        try {
            if (!program.waitFor(patience)) {
                return new Ran.Silent();
            }
            return program.exitValue() == 0 && inTime(fed, "").isEmpty()
                    ? new Ran.Done(inTime(out, ""))
                    : new Ran.Failed((inTime(err, "") + inTime(fed, "")).strip());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return new Ran.Silent();
        } finally {
            program.descendants().forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly();
        }
    }

    private static <T> T inTime(CompletableFuture<T> future, T otherwise) {
        return future.completeOnTimeout(otherwise, LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// What it wrote, as far as anybody would read it.
    private static String said(InputStream stream) {
        try (stream) {
            String said = new String(stream.readNBytes(MOST_SAID), UTF_8);
            stream.transferTo(OutputStream.nullOutputStream());
            return said;
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    /// What kept it from reading everything; empty if it did.
    private static String fed(Process program, byte[] input) {
        try (OutputStream stream = program.getOutputStream()) {
            stream.write(input);
            return "";
        } catch (IOException broken) {
            return String.valueOf(broken.getMessage());
        }
    }
}
