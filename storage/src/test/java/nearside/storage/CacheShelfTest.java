package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class CacheShelfTest {
    @TempDir Path profile;

    private CacheShelf shelf() {
        return new CacheShelf(profile, "kv-scales");
    }

    @Test
    void bytesAreFoundAgainByTheirName() {
        assertEquals(Optional.empty(), shelf().find("ab12"));
        assertTrue(shelf().keep("ab12", new byte[] {1, 2, 3}));
        assertTrue(shelf().keep("ab12", new byte[] {4}));
        assertTrue(shelf().keep("ab13", new byte[] {5}));
        assertArrayEquals(new byte[] {4}, shelf().find("ab12").orElseThrow());
        assertEquals(Optional.empty(), new CacheShelf(profile, "other").find("ab12"));
    }

    @Test
    void namesStayInTheFolder() {
        for (String name : new String[] {"", "..", "../x", "a/b", "A", "-a", "a.b"}) {
            assertThrows(IllegalArgumentException.class, () -> shelf().find(name));
            assertThrows(IllegalArgumentException.class, () -> shelf().keep(name, new byte[] {1}));
        }
    }

    @Test
    void whatIsInTheWayIsNoReasonToFail() throws IOException {
        Files.createDirectories(profile.resolve("cache"));
        Files.writeString(profile.resolve("cache").resolve("kv-scales"), "a file");
        assertFalse(shelf().keep("ab12", new byte[] {1}));
        assertEquals(Optional.empty(), shelf().find("ab12"));
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        assertTrue(shelf().keep("ab12", new byte[] {1}));
        Path kept = profile.resolve("cache").resolve("kv-scales");
        Files.createSymbolicLink(kept.resolve("ab13.bin"), kept.resolve("ab12.bin"));
        assertEquals(Optional.empty(), shelf().find("ab13"));
    }
}
