package nearside.desktop.tray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// The structure of Windows, byte by byte, and what else of its tray needs no Windows.
class NotifyIconTest {
    private static final NotifyIcon ICON = new NotifyIcon(0x1122334455L, 0x99, "Here");

    @Test
    void anAddedOneHasItsWindowPictureAndTip() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = ICON.added(arena);
            assertEquals(976, data.byteSize());
            assertEquals(976, data.get(JAVA_INT, 0));
            assertEquals(0x1122334455L, data.get(JAVA_LONG, 8));
            assertEquals(1, data.get(JAVA_INT, 16));
            assertEquals(1 | 2 | 4, data.get(JAVA_INT, 20));
            assertEquals(0x8001, data.get(JAVA_INT, 24));
            assertEquals(0x99, data.get(JAVA_LONG, 32));
            assertEquals("Here", data.getString(40, UTF_16LE));
        }
    }

    @Test
    void aNoticeIsCutToItsRoomAndEndsWithAZero() {
        try (Arena arena = Arena.ofConfined()) {
            String much = "a".repeat(62) + "😀" + "b".repeat(300);
            MemorySegment data = ICON.telling(arena, much, much);
            assertEquals(16, data.get(JAVA_INT, 20));
            assertEquals("a".repeat(62), data.getString(820, UTF_16LE), "no half of a character");
            assertEquals(255, data.getString(304, UTF_16LE).length());
        }
    }

    @Test
    void aRemovedOneIsKnownByItsWindowAndNumber() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = ICON.removed(arena);
            assertEquals(0, data.get(JAVA_INT, 20));
            assertEquals(0x1122334455L, data.get(JAVA_LONG, 8));
            assertEquals(1, data.get(JAVA_INT, 16));
        }
    }

    @Test
    void pointsAreBlueGreenRedAlpha() {
        TrayPicture picture = new TrayPicture(2, 1, List.of(0x80010203, 0xff0a0b0c));
        assertArrayEquals(
                new byte[] {3, 2, 1, (byte) 0x80, 12, 11, 10, (byte) 0xff},
                WindowsTray.points(picture));
    }

    @Test
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void elsewhereThereIsNone() {
        assertTrue(WindowsTray.ofSystem(Runnable::run).isEmpty());
        assertEquals(Tray.NONE, MacTray.ofSystem(Runnable::run));
    }
}
