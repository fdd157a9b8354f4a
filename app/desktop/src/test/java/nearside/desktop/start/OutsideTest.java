package nearside.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A real shell, which starts real programs. They tell what they were given through pipes that have
/// names, so that nobody waits for a time.
@EnabledOnOs({OS.LINUX, OS.MAC})
class OutsideTest {
    @TempDir Path room;
    private Path browser;
    private Path told;

    @BeforeEach
    void writeABrowser() throws Exception {
        told = room.resolve("told");
        assertEquals(0, new ProcessBuilder("mkfifo", told.toString()).start().waitFor());
        browser =
                Files.writeString(
                        room.resolve("browser"), "#!/bin/sh\nprintf '%s|' \"$@\" > " + told + "\n");
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
    }

    private Outside start(String... again) {
        return Outside.start(browser.toString(), List.of(again)).orElseThrow();
    }

    /// What the next program says; waits for it.
    private String heard() throws IOException {
        return Files.readString(told);
    }

    @Test
    void aFolderIsShownWhateverItIsCalled() throws Exception {
        Outside outside = start("false");
        for (String name : List.of("/a", "/a b", "/$(touch x)`id`'\"*\\n", "/-x", "/日志")) {
            outside.open(name);
            assertEquals(name + "|", heard());
        }
        outside.end();
    }

    @Test
    void theProgramIsStartedAnewWhenThisOneIsGone() throws Exception {
        Outside outside = start(browser.toString(), "--data-dir", "/a b", "$x");
        assertTrue(outside.startAgain());
        outside.end();
        assertEquals("--data-dir|/a b|$x|", heard());
    }

    @Test
    void nothingIsStartedThatNobodyAskedFor() throws Exception {
        Path started = room.resolve("started");
        assertEquals(0, start("touch", started.toString()).end().waitFor());
        assertFalse(Files.exists(started));
    }

    @Test
    void whoIsGoneTakesNoOrder() throws Exception {
        Outside outside = start("false");
        outside.end().waitFor();
        assertFalse(outside.startAgain());
    }
}
