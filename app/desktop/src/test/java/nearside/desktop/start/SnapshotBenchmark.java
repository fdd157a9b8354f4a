package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What keeping a conversation and bringing it back costs, for one model: the next turn after a
/// restart of everything, beside the next turn in memory and beside reading all again. Not part of
/// the everyday run; each phase has a JVM of its own, so that the second one is cold.
///
/// `mvn -pl app/desktop,inference/worker -am test -Dtest=SnapshotBenchmark
/// -Dsurefire.failIfNoSpecifiedTests=false -Dnearside.model=DIR -Dnearside.tokens=1500
/// -Dnearside.kv=FLOAT32`
class SnapshotBenchmark {
    @Test
    void run(@TempDir Path profile) throws Exception {
        phase("keep", profile);
        phase("restore", profile);
    }

    private static void phase(String phase, Path profile) throws Exception {
        Path model =
                Path.of(
                        System.getProperty(
                                "nearside.model",
                                Path.of(
                                                System.getProperty("nearside.models"),
                                                "smollm2-135m-instruct-int4")
                                        .toString()));
        String path =
                String.join(
                        File.pathSeparator,
                        Path.of("target", "test-classes").toAbsolutePath().toString(),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path"));
        ProcessBuilder child =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dnearside.models=" + System.getProperty("nearside.models"),
                        "-Dnearside.worker.args=" + System.getProperty("nearside.worker.args"),
                        "-cp",
                        path,
                        SnapshotPhase.class.getName(),
                        phase,
                        model.toString(),
                        System.getProperty("nearside.kv", "FLOAT32"),
                        System.getProperty("nearside.tokens", "1500"),
                        profile.toString());
        Process running = child.redirectErrorStream(true).start();
        System.out.print(
                new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, running.waitFor());
    }
}
