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

    private static final Lesson LESSON = new WindowLesson();

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
                new Training(Path.of("runtime"), core, Path.of("/opt/room"), LESSON)
                        .command(Path.of("profile")));
    }

    @Test
    void aWindowThatDoesNotStayIsSaidInItsOwnWordsAndLeavesNoCache() throws Exception {
        LauncherFile broken = new LauncherFile("no.such.room/Main", List.of());
        String failure = new Training(JAVA, broken, place, LESSON).failure().orElseThrow();
        assertTrue(failure.contains("no.such.room"), failure);
        assertFalse(Files.exists(place.resolve(LESSON.cache())));
    }

    @Test
    void aTrainedWindowFindsNoKeyringOfThePersonWhoBuilds() throws Exception {
        ProcessBuilder window = new ProcessBuilder("env");
        window.environment().put("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1/bus");
        Path output = place.resolve("output");
        assertEquals(0, LESSON.start(window, output).waitFor());
        assertTrue(Files.readAllLines(output).contains("DBUS_SESSION_BUS_ADDRESS=disabled:"));
    }

    @Test
    void aCacheOfYesterdayDoesNotOutliveAFailedTraining() throws Exception {
        Files.writeString(place.resolve(LESSON.cache()), "old");
        new Training(JAVA, new LauncherFile("no.such.room/Main", List.of()), place, LESSON)
                .failure();
        assertFalse(Files.exists(place.resolve(LESSON.cache())));
    }

    @Test
    void aWorkerThatOpensNothingIsNoLesson() throws Exception {
        LauncherFile broken = new LauncherFile("no.such.room/Main", List.of());
        Lesson lesson = new WorkerLesson(place.resolve("no model"));
        String failure = new Training(JAVA, broken, place, lesson).failure().orElseThrow();
        assertTrue(failure.contains("no.such.room"), failure);
        assertFalse(Files.exists(place.resolve(lesson.cache())));
    }
}
