package nearside.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What is typed into the window is in no file that the program leaves: profile, log, temporary
/// files and the reports of both processes, which crash one after the other.
class CanaryIT {
    private static final String WORDS = "kanarienvogel";
    private static final List<Charset> FORMS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    @TempDir Path room;

    @Test
    void whatWasTypedIsInNoFileAfterCrashes() throws Exception {
        assumeTrue(Programs.areHere("Xvfb", "xdotool"), "Xvfb or xdotool is not installed here");
        Packaged packaged = new Packaged(room);
        try (Screen screen = Screen.open()) {
            Process program = packaged.startUnder(screen.around(List.of()));
            screen.focus("Nearside");
            screen.type("Say " + WORDS + ".");
            packaged.awaitReplies(1);
            screen.type("A long story of a " + WORDS + ", please.");
            TimeUnit.SECONDS.sleep(2);
            for (ProcessHandle worker : Children.workers(program)) {
                Children.signal(worker, "SEGV");
            }
            TimeUnit.SECONDS.sleep(1);
            Children.signal(program.toHandle(), "SEGV");
            program.waitFor();
        }
        assertTrue(left("hs_err_").size() == 1, "no report of the crash: " + left(""));
        assertTrue(left("nearside.db").size() >= 1, left("") + "");
        assertEquals(List.of(), left("core"), "a picture of the memory");
        assertEquals(List.of(), hits());
        assertEquals(List.of(), openToOthers(packaged.profile()));
    }

    /// The control: what was said is seen where it stands plainly.
    @Test
    void aPlainFileIsSeen() throws IOException {
        for (Charset form : FORMS) {
            Path file = Files.writeString(room.resolve(form.name()), "a " + WORDS + " b", form);
            assertEquals(List.of(file), hits());
            Files.delete(file);
        }
    }

    private List<Path> left(String beginning) throws IOException {
        try (Stream<Path> all = Files.walk(room)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith(beginning))
                    .toList();
        }
    }

    private List<Path> hits() throws IOException {
        List<Path> hits = new ArrayList<>();
        for (Path file : left("")) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (FORMS.stream()
                    .map(form -> new String(WORDS.getBytes(form), StandardCharsets.ISO_8859_1))
                    .anyMatch(bytes::contains)) {
                hits.add(file);
            }
        }
        return hits;
    }

    /// What lies in the folder of the libraries that draw is theirs; the folder is closed.
    private static List<Path> openToOthers(Path profile) throws IOException {
        Path theirs = profile.resolve("cache");
        List<Path> open = new ArrayList<>();
        try (Stream<Path> all = Files.walk(profile)) {
            List<Path> ours =
                    all.filter(path -> path.equals(theirs) || !path.startsWith(theirs)).toList();
            for (Path each : ours) {
                Set<PosixFilePermission> rights = Files.getPosixFilePermissions(each);
                if (rights.stream().anyMatch(right -> !right.name().startsWith("OWNER_"))) {
                    open.add(each);
                }
            }
        }
        return open;
    }
}
