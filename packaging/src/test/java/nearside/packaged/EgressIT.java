package nearside.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /// The fonts that come with the program, unpacked by JavaFX and deleted at its end.
    private static final Path WINDOW_TEMP = Path.of(System.getProperty("java.io.tmpdir"), "+JXF");

    @TempDir Path room;

    @BeforeEach
    void straceIsThere() {
        assumeTrue(Programs.areHere("strace"), "strace is not installed here");
    }

    @Test
    void startLoadAndFiveAnswersInTheTerminalReachNobody() throws Exception {
        Packaged packaged = new Packaged(room);
        List<Path> before = Children.folders();
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
            strays.addAll(calls.writtenOutside(List.of(packaged.profile(), Children.FOLDERS)));
        }
        assertEquals(List.of(), internet);
        assertEquals(List.of(), strays);
        assertEquals(List.of(), below(room.resolve("home")), "files in the home folder");
        assertEquals(before, Children.folders(), "a temporary folder outlived its run");
    }

    /// The same with the window, typed as a person types; it puts the caches of the libraries that
    /// draw into the profile.
    @Test
    void startLoadAndFiveAnswersInTheWindowReachNobody() throws Exception {
        assumeTrue(Programs.areHere("Xvfb", "xdotool"), "Xvfb or xdotool is not installed here");
        Packaged packaged = new Packaged(room);
        Path record = room.resolve("calls.txt");
        try (Screen screen = Screen.open()) {
            Process program = packaged.startUnder(screen.around(SystemCalls.wrapper(record)));
            screen.focus("Nearside");
            for (int asked = 0; asked < QUESTIONS.size(); asked++) {
                screen.type(QUESTIONS.get(asked));
                packaged.awaitReplies(asked + 1);
            }
            screen.press("ctrl+q");
            assertEquals(0, Packaged.exit(program), packaged.errors());
        }
        SystemCalls calls = SystemCalls.read(record);
        assertEquals(List.of(), calls.internet());
        List<String> strays =
                calls.writtenOutside(List.of(packaged.profile(), Children.FOLDERS, WINDOW_TEMP));
        assertEquals(List.of(), strays, () -> calls.with(strays));
        assertEquals(List.of(), below(room.resolve("home")), "files in the home folder");
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
        assertEquals(
                0, new ProcessBuilder(line).redirectOutput(Redirect.DISCARD).start().waitFor());
        SystemCalls calls = SystemCalls.read(record);
        assertFalse(calls.internet().isEmpty(), "the watch is blind to connections");
        assertEquals(
                List.of(room.resolve("stray.txt").toString()),
                calls.writtenOutside(List.of(Path.of("/tmp/hsperfdata"))).stream()
                        .filter(path -> path.endsWith("stray.txt"))
                        .toList());
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder)).toList();
        }
    }
}
