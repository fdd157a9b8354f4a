package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.Profile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

@DisabledOnOs(OS.WINDOWS)
class LocalLogTest {
    @TempDir Path room;
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final List<Handler> before = List.of(root.getHandlers());

    @BeforeEach
    @AfterEach
    void asItWas() {
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
            if (!before.contains(handler)) {
                handler.close();
            }
        }
        before.forEach(root::addHandler);
        root.setLevel(level);
    }

    /// The log was the first file in a new profile, and left its folder open to others until the
    /// second start.
    @Test
    void aLogInANewProfileLeavesNothingOpen() throws IOException {
        Path profile = Files.createDirectory(room.resolve("profile"));
        LocalLog.open(new Places(profile, profile.resolve("logs")));
        Logger.getLogger("nearside.test").info("something");
        Profile.open(profile).close();
        assertTrue(Files.exists(profile.resolve("logs").resolve("nearside-0-0.log")));
        assertEquals(List.of(), openToOthers(profile));
    }

    @Test
    void aLogElsewhereMakesNoProfile() throws IOException {
        Path logs = room.resolve("state").resolve("logs");
        LocalLog.open(new Places(room.resolve("profile"), logs));
        assertTrue(Files.notExists(room.resolve("profile")));
        assertEquals(List.of(), openToOthers(logs));
    }

    private static List<String> openToOthers(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !rights(path).endsWith("------"))
                    .map(path -> rights(path) + " " + path)
                    .toList();
        }
    }

    private static String rights(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
