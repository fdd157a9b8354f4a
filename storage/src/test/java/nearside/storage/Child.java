package nearside.storage;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Another JVM that runs a main class of these tests and tells what it did, a line each.
public record Child(Process process, BufferedReader lines) implements AutoCloseable {
    public static Child start(Class<?> main, Object... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    /// With a command in front, such as a tracer.
    public static Child start(List<String> before, Class<?> main, Object... arguments)
            throws IOException {
        return start(before, classPath(), main, arguments);
    }

    /// With a class path of its own.
    public static Child start(
            List<String> before, String classPath, Class<?> main, Object... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.add("--enable-native-access=ALL-UNNAMED");
        Optional.ofNullable(System.getProperty("org.sqlite.lib.path"))
                .ifPresent(path -> command.add("-Dorg.sqlite.lib.path=" + path));
        command.addAll(List.of("-cp", classPath, main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new Child(process, process.inputReader(StandardCharsets.UTF_8));
    }

    /// The next line, or nothing when the child is gone.
    public Optional<String> line() throws IOException {
        return Optional.ofNullable(lines.readLine());
    }

    /// Kills the child as a crash would and gives the lines that it had still told.
    public List<String> kill() throws InterruptedException {
        // By its handle: the process itself would close its output, too.
        process.toHandle().destroyForcibly();
        List<String> rest = lines.lines().toList();
        process.waitFor();
        return rest;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static String classPath() {
        return String.join(
                File.pathSeparator,
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""),
                Path.of(System.getProperty("basedir", "."), "target", "test-classes").toString());
    }
}
