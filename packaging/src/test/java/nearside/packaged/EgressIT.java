package nearside.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Start, load and five answers under strace: nothing leaves, and nothing is written where it
/// should not be.
class EgressIT {
    private static final List<String> QUESTIONS =
            List.of(
                    "What is the capital of France?",
                    "Name a fruit.",
                    "Say hello.",
                    "2 + 2?",
                    "你好");

    /// The worker's own temporary folder, one for each run; the JVM takes no other root than this.
    private static final Path WORKER_TEMP =
            Path.of(System.getProperty("java.io.tmpdir"), "worker-");

    @TempDir Path room;

    @BeforeEach
    void straceIsThere() {
        assumeTrue(find("strace").isPresent(), "strace is not installed here");
    }

    @Test
    void startLoadAndFiveAnswersReachNobody() throws Exception {
        Packaged packaged = new Packaged(room);
        List<Path> before = workerTemps();
        List<String> internet = new ArrayList<>();
        List<String> strays = new ArrayList<>();
        for (String question : QUESTIONS) {
            Path record = Files.createTempFile(room, "calls", ".txt");
            Packaged.Run run =
                    packaged.runUnder(
                            SystemCalls.wrapper(record), "ask", "--max-tokens", "16", question);
            assertEquals(0, run.exit(), run.err());
            assertFalse(run.out().isBlank());
            SystemCalls calls = SystemCalls.read(record);
            internet.addAll(calls.internet());
            strays.addAll(calls.writtenOutside(List.of(packaged.profile(), WORKER_TEMP)));
        }
        assertEquals(List.of(), internet);
        assertEquals(List.of(), strays);
        assertEquals(List.of(), below(room.resolve("home")), "files in the home folder");
        assertEquals(before, workerTemps(), "a temporary folder outlived its run");
    }

    /// The control: a program that talks to this machine's own loopback, and writes to its home, is
    /// seen.
    @Test
    void theWatchSeesAProgramThatConnects() throws Exception {
        Path record = room.resolve("calls.txt");
        Path source = room.resolve("Talks.java");
        Files.writeString(
                source,
                """
                void main() throws Exception {
                    java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), "x");
                    try (var socket = new java.net.Socket()) {
                        socket.connect(new java.net.InetSocketAddress("127.0.0.1", 9), 200);
                    } catch (java.io.IOException refused) {
                        System.out.println("refused");
                    }
                }
                """
                        .formatted(room.resolve("stray.txt")));
        List<String> line = new ArrayList<>(SystemCalls.wrapper(record));
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add(source.toString());
        assertEquals(0, new ProcessBuilder(line).inheritIO().start().waitFor());
        SystemCalls calls = SystemCalls.read(record);
        assertFalse(calls.internet().isEmpty(), "the watch is blind to connections");
        assertEquals(
                List.of(room.resolve("stray.txt").toString()),
                calls.writtenOutside(List.of(Path.of("/tmp/hsperfdata"))).stream()
                        .filter(path -> path.endsWith("stray.txt"))
                        .toList());
    }

    private static List<Path> workerTemps() throws IOException {
        try (Stream<Path> all = Files.list(WORKER_TEMP.getParent())) {
            return all.filter(path -> path.toString().startsWith(WORKER_TEMP.toString()))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder)).toList();
        }
    }

    private static Optional<Path> find(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
