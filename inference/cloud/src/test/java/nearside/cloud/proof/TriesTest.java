package nearside.cloud.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import nearside.engine.seal.Seal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

@EnabledOnOs(OS.LINUX)
class TriesTest {
    private static final List<String> SHUT =
            Stream.concat(
                            Collections.nCopies(7, "all Sealed").stream(),
                            Collections.nCopies(6, "ways Sealed").stream())
                    .toList();

    @Test
    void underTheSealEveryWayFailsByTheSeal() throws Exception {
        assertEquals(SHUT, run("sealed"));
    }

    /// The control: the first way shows that there is no seal, then nothing more is tried; and each
    /// way for itself is never taken for sealed, though the port answers nothing.
    @Test
    void withoutTheSealNoWayCountsAsShut() throws Exception {
        List<String> outcomes = run("open");
        assertEquals(
                List.of("all Left"), outcomes.stream().filter(o -> o.startsWith("all")).toList());
        assertEquals(7, outcomes.size());
        assertFalse(outcomes.contains("ways Sealed"), outcomes.toString());
        assertEquals(List.of("ways Left", "ways Left"), outcomes.subList(1, 3));
        assertEquals("ways Left", outcomes.get(5), "a name that a file knows");
    }

    private static List<String> run(String mode) throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ProcessBuilder line =
                    new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-Djava.net.preferIPv4Stack=true",
                            "-cp",
                            place(Seal.class) + ":" + place(Try.class) + ":" + place(Leaving.class),
                            Leaving.class.getName(),
                            mode,
                            String.valueOf(server.getLocalPort()));
            Process process = line.redirectError(Redirect.INHERIT).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor());
            return output.lines().toList();
        }
    }

    private static Path place(Class<?> type) {
        return Path.of(
                URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
