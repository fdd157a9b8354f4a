package nearside.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import nearside.storage.Settings;
import nearside.storage.Settings.Mode;
import nearside.storage.SettingsFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The packaged program offline, under strace: no call reaches for the internet, loopback included,
/// and no name is looked up; and the proof tells a seal from none.
@EnabledOnOs(OS.LINUX)
class OfflineIT {
    private static final List<List<String>> COMMANDS =
            List.of(
                    List.of("ask", "--offline", "--max-tokens", "8", "Name a fruit."),
                    List.of("models", "list", "--offline"),
                    List.of("export", "--offline"),
                    List.of("doctor", "--offline", "--json"),
                    List.of("doctor", "--offline-proof"));

    @TempDir Path room;
    private Packaged packaged;

    @BeforeEach
    void startInARoomOfItsOwn() throws Exception {
        assumeTrue(Programs.areHere("strace"), "strace is not installed here");
        packaged = new Packaged(room);
    }

    private SystemCalls watch(List<String> command) throws Exception {
        Path record = Files.createTempFile(room, "calls", ".txt");
        Packaged.Run run =
                packaged.runUnder(SystemCalls.wrapper(record), command.toArray(String[]::new));
        assertEquals(0, run.exit(), command + ": " + run.err());
        return SystemCalls.read(record);
    }

    @Test
    void noCommandReachesForAnybody() throws Exception {
        for (List<String> command : COMMANDS) {
            SystemCalls calls = watch(command);
            assertEquals(List.of(), calls.internet(), command.toString());
            assertEquals(List.of(), calls.lookUps(), command.toString());
        }
    }

    /// The control: what the proof tries is seen by the same watch where no seal stops it.
    @Test
    void theWatchSeesWhatTheSealStops() throws Exception {
        Path record = room.resolve("calls.txt");
        List<String> line = new ArrayList<>(SystemCalls.wrapper(record));
        line.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UnsealedTries.class.getName()));
        Process leaking = new ProcessBuilder(line).start();
        String said = new String(leaking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, leaking.waitFor());
        assertFalse(said.contains("Sealed"), said);
        SystemCalls calls = SystemCalls.read(record);
        assertTrue(calls.internet().size() >= 5, calls.internet().toString());
        assertTrue(calls.lookUps().size() >= 2, calls.lookUps().toString());
    }

    @Test
    void theSettingAloneSealsToo() throws Exception {
        new SettingsFile(packaged.profile()).change(OfflineIT::offline);
        JsonObject mode =
                JsonParser.parseString(packaged.run("doctor", "--json").out())
                        .getAsJsonObject()
                        .getAsJsonObject("mode");
        assertEquals("person", mode.get("wanted_by").getAsString());
        assertEquals("system", mode.get("enforced_by").getAsString());
        SystemCalls calls = watch(List.of("ask", "--max-tokens", "8", "Name a fruit."));
        assertEquals(List.of(), calls.internet());
        assertEquals(List.of(), calls.lookUps());
    }

    private static Settings offline(Settings old) {
        return old.with(old.borrowing().with(Mode.OFFLINE));
    }

    @Test
    void theProofHoldsWithTheSeal() throws Exception {
        Packaged.Run run = packaged.run("doctor", "--offline-proof", "--json");
        assertEquals(0, run.exit(), run.out() + run.err());
        JsonObject report = JsonParser.parseString(run.out()).getAsJsonObject();
        assertTrue(report.get("holds").getAsBoolean());
        List<JsonElement> tries = report.getAsJsonArray("tries").asList();
        assertEquals(Set.of("sealed"), all(tries, "outcome"));
        assertEquals(Set.of("this_process", "child"), all(tries, "from"));
        assertTrue(tries.size() >= 14, report.toString());
    }

    private static Set<String> all(List<JsonElement> tries, String key) {
        return tries.stream()
                .map(each -> each.getAsJsonObject().get(key).getAsString())
                .collect(Collectors.toSet());
    }

    /// The control: strace answers in the kernel's place that the filter is set, and it is not.
    @Test
    void theProofFailsWhereTheSealIsOnlySaid() throws Exception {
        Path record = room.resolve("calls.txt");
        Packaged.Run run =
                packaged.runUnder(lying(record, "retval=0"), "doctor", "--offline-proof");
        assertEquals(1, run.exit(), run.out());
        assertTrue(run.out().startsWith("left "), run.out());
        assertTrue(run.err().contains("The seal is not proved."), run.err());
        assertEquals(List.of(), SystemCalls.read(record).internet(), "nor did it leave");
    }

    @Test
    void aSystemThatRefusesTheSealIsNamed() throws Exception {
        Packaged.Run run =
                packaged.runUnder(
                        lying(room.resolve("calls.txt"), "error=EINVAL"),
                        "doctor",
                        "--offline-proof");
        assertEquals(1, run.exit(), run.out());
        assertEquals("", run.out());
        assertTrue(run.err().contains("Only the program enforces"), run.err());
        assertTrue(run.err().contains("seccomp, error 22"), run.err());
    }

    private static List<String> lying(Path record, String answer) {
        return List.of(
                "strace",
                "-f",
                "-qq",
                "-o",
                record.toString(),
                "-e",
                "trace=seccomp,connect,sendto,sendmsg,sendmmsg",
                "-e",
                "inject=seccomp:" + answer);
    }

    /// The window offline, typed as a person types: the display, its fonts and the key store need
    /// no internet socket.
    @Test
    void theWindowReachesForNobody() throws Exception {
        assumeTrue(Programs.areHere("Xvfb", "xdotool"), "Xvfb or xdotool is not installed here");
        Path record = room.resolve("calls.txt");
        try (Screen screen = Screen.open()) {
            Process program =
                    packaged.startUnder(screen.around(SystemCalls.wrapper(record)), "--offline");
            screen.focus("Nearside");
            screen.type("Name a fruit.");
            packaged.awaitReplies(1);
            screen.press("ctrl+q");
            assertEquals(0, Packaged.exit(program), packaged.errors());
        }
        SystemCalls calls = SystemCalls.read(record);
        assertEquals(List.of(), calls.internet());
        assertEquals(List.of(), calls.lookUps());
    }
}
