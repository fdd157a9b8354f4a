package nearside.packaging.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

class TreesTest {
    @TempDir Path temp;
    private Path from;
    private Path to;

    @BeforeEach
    void aTree() throws IOException {
        from = temp.resolve("from");
        to = temp.resolve("deep/to");
        Files.createDirectories(from.resolve("inner"));
        Files.writeString(from.resolve("inner/file"), "words");
        Files.setLastModifiedTime(from.resolve("inner/file"), FileTime.fromMillis(5000));
    }

    @Test
    void aCopyKeepsWordsAndTimes() throws IOException {
        Files.createDirectories(to);
        Trees.copy(from, to);
        assertEquals("words", Files.readString(to.resolve("inner/file")));
        assertEquals(
                FileTime.fromMillis(5000), Files.getLastModifiedTime(to.resolve("inner/file")));
    }

    @Test
    void aLinkedTreeTakesNoRoomAndReplacesWhatWasThere() throws IOException {
        Files.createDirectories(to);
        Files.writeString(to.resolve("old"), "old");
        Trees.link(from, to);
        assertTrue(Files.isSameFile(from.resolve("inner/file"), to.resolve("inner/file")));
        assertFalse(Files.exists(to.resolve("old")));
    }

    @Test
    void removingALinkedTreeLeavesTheOther() throws IOException {
        Trees.link(from, to);
        Trees.remove(to);
        assertFalse(Files.exists(to));
        assertEquals("words", Files.readString(from.resolve("inner/file")));
    }

    @Test
    void removingFollowsNoLinks() throws IOException {
        Files.createDirectories(to);
        Files.createSymbolicLink(to.resolve("way"), from);
        Trees.remove(to);
        assertTrue(Files.exists(from.resolve("inner/file")));
    }

    @Test
    void removingNothingIsNoFault() throws IOException {
        Trees.remove(temp.resolve("never"));
        assertFalse(Files.exists(temp.resolve("never")));
    }
}
