package nearside.desktop.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.desktop.print.Printers.Found;
import nearside.desktop.print.Printers.Order;
import nearside.desktop.print.Printers.Outcome;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Real programs named as the client of CUPS is.
@DisabledOnOs(OS.WINDOWS)
class CupsPrintersTest {
    private static final Order TWICE = new Order("ink", 2);

    @TempDir Path room;
    private PlayedCups cups = new PlayedCups(Path.of(""));
    private CupsPrinters printers = new CupsPrinters(Map.of());

    @BeforeEach
    void play() throws IOException {
        cups = PlayedCups.in(room.resolve("bin"));
        printers = new CupsPrinters(cups.environment());
    }

    private Outcome print() throws IOException {
        return printers.print(TWICE, SampleLeaves.of("Why is the sky blue?"));
    }

    @Test
    void findsPrintersAndTheUsualOne() {
        assertEquals(new Found(List.of("paper", "ink"), Optional.of("ink"), ""), printers.find());
    }

    @Test
    void knowsThatThereIsNoUsualOne() throws IOException {
        cups.lpstat(
                """
                case $1 in
                  -e) echo paper; echo destination ;;
                  -d) echo 'no system default destination' ;;
                esac
                """);
        assertEquals(
                new Found(List.of("paper", "destination"), Optional.empty(), ""), printers.find());
    }

    @Test
    void saysWhyThereAreNone() throws IOException {
        cups.lpstat("echo 'lpstat: Scheduler is not running.' >&2; exit 1\n");
        assertEquals(Found.none("lpstat: Scheduler is not running."), printers.find());
        cups.lpstat("exit 0\n");
        assertEquals(Found.none(""), printers.find());
    }

    @Test
    void findsNoneWithoutThePrograms() throws IOException {
        printers = new CupsPrinters(Map.of("PATH", room + ":relative:"));
        assertEquals(Found.none(""), printers.find());
        assertEquals(new Outcome.Refused("lp: not found"), print());
        assertEquals(Found.none(""), new CupsPrinters(Map.of()).find());
    }

    @Test
    void handsOverAWholePdfAndHowItIsWanted() throws IOException {
        assertEquals(new Outcome.Taken(), print());
        assertEquals(
                List.of("-d", "ink", "-n", "2", "-t", "Nearside", "--", "-"), cups.arguments());
        String pdf = new String(cups.printed(), ISO_8859_1);
        assertTrue(pdf.startsWith("%PDF-"), "its head");
        assertTrue(pdf.endsWith("%%EOF\n"), "its end");
        assertEquals("C", Files.readString(cups.bin().resolve("locale"), UTF_8).strip());
    }

    @Test
    void leavesNoFileOfTheConversation() throws IOException {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        long before = pages(temp);
        print();
        assertEquals(before, pages(temp));
    }

    private static long pages(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pdf")).count();
        }
    }

    @Test
    void tellsWhatTheProgramSaysWhenItFails() throws IOException {
        cups.lp(
                """
                cat > /dev/null
                echo 'lp: Error - The printer or class does not exist.' >&2
                exit 1
                """);
        assertEquals(
                new Outcome.Refused("lp: Error - The printer or class does not exist."), print());
    }

    /// Ending well without having read the pages is no printing.
    @Test
    void doesNotBelieveAProgramThatReadNothing() throws IOException {
        cups.lp("exec 0<&-\nexit 0\n");
        Outcome outcome = printers.print(TWICE, SampleLeaves.of("A long text. ".repeat(40_000)));
        assertTrue(outcome instanceof Outcome.Refused, outcome.toString());
    }

    @Test
    void endsAProgramThatHangsWithItsChildren() throws Exception {
        Duration patience = Duration.ofMillis(700);
        printers = new CupsPrinters(cups.environment(), patience);
        cups.lp("sleep 600 &\necho $! > \"$here/child\"\nwait\n");
        assertEquals(new Outcome.Silent(patience), print());
        long child = Long.parseLong(Files.readString(cups.bin().resolve("child")).strip());
        Optional<ProcessHandle> left = ProcessHandle.of(child);
        left.ifPresent(handle -> handle.onExit().join());
        assertFalse(ProcessHandle.of(child).filter(ProcessHandle::isAlive).isPresent());
    }

    @Test
    void endsALookThatHangs() throws IOException {
        printers = new CupsPrinters(cups.environment(), Duration.ofMillis(300));
        cups.lpstat("exec sleep 600\n");
        assertEquals(List.of(), printers.find().names());
    }

    @Test
    void endsWhenAProgramFloods() throws IOException {
        cups.lpstat("yes paper | head -c 3000000\n");
        assertFalse(printers.find().names().isEmpty());
    }
}
