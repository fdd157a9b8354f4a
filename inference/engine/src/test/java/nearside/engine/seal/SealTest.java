package nearside.engine.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

@EnabledOnOs(OS.LINUX)
class SealTest {
    @Test
    void sealedProcessReachesNobody() throws Exception {
        assertEquals(
                List.of("Closed[]", "main refused", "older refused", "unix open", "child refused"),
                run("sealed"));
    }

    /// The control: without the seal the same process reaches the same port.
    @Test
    void unsealedProcessReachesThePort() throws Exception {
        assertEquals(
                List.of("main reached", "older reached", "unix open", "child reached"),
                run("open"));
    }

    private static List<String> run(String mode) throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-Djava.net.preferIPv4Stack=true",
                                    "-cp",
                                    place(Seal.class) + ":" + place(Sealing.class),
                                    Sealing.class.getName(),
                                    mode,
                                    String.valueOf(server.getLocalPort()))
                            .redirectErrorStream(true)
                            .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output.lines().toList();
        }
    }

    private static String place(Class<?> type) {
        return Path.of(java.net.URI.create(source(type))).toString();
    }

    private static String source(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }

    @Test
    void filtersAreKnownForTwoArchitectures() {
        assertEquals(Optional.of(SocketFilter.X86_64), SocketFilter.of("Linux", "amd64"));
        assertEquals(Optional.of(SocketFilter.AARCH64), SocketFilter.of("Linux", "aarch64"));
        assertEquals(Optional.empty(), SocketFilter.of("Linux", "riscv64"));
        assertEquals(Optional.empty(), SocketFilter.of("Windows 11", "amd64"));
    }
}
