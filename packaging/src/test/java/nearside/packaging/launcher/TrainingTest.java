package nearside.packaging.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TrainingTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    @TempDir Path place;

    @Test
    void theLauncherIsTrainedAsItWillStart() {
        LauncherFile core = new LauncherFile("room/room.Main", List.of("-Dapp=$APPDIR/x"));
        assertEquals(
                List.of(
                        Path.of("runtime/bin/java").toString(),
                        "-XX:AOTCacheOutput=" + Path.of("/opt/room/nearside.aot"),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Dapp=/opt/room/x",
                        "-m",
                        "room/room.Main",
                        "--data-dir",
                        "profile"),
                new Training(Path.of("runtime"), core, Path.of("/opt/room"))
                        .command(Path.of("profile")));
    }

    @Test
    void aWindowThatDoesNotStayIsSaidInItsOwnWordsAndLeavesNoCache() throws Exception {
        LauncherFile broken = new LauncherFile("no.such.room/Main", List.of());
        String failure = new Training(JAVA, broken, place).failure().orElseThrow();
        assertTrue(failure.contains("no.such.room"), failure);
        assertFalse(Files.exists(place.resolve(Training.CACHE)));
    }

    @Test
    void aCacheOfYesterdayDoesNotOutliveAFailedTraining() throws Exception {
        Files.writeString(place.resolve(Training.CACHE), "old");
        new Training(JAVA, new LauncherFile("no.such.room/Main", List.of()), place).failure();
        assertFalse(Files.exists(place.resolve(Training.CACHE)));
    }
}
