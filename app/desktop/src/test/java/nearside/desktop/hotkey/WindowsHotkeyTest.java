package nearside.desktop.hotkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import nearside.desktop.hotkey.KeyChord.Held;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.util.Set;

/// What of it needs no Windows.
class WindowsHotkeyTest {
    private static final KeyChord LETTER = new KeyChord(Set.of(Held.CONTROL, Held.ALT), 'n');

    @Test
    void keysAreNumberedAsWindowsDoes() {
        assertEquals(0x4000 | 2 | 1, WindowsHotkey.modifiers(LETTER));
        assertEquals(0x4E, WindowsHotkey.code(LETTER));
        KeyChord space = new KeyChord(Set.of(Held.CONTROL, Held.SHIFT), ' ');
        assertEquals(0x4000 | 2 | 4, WindowsHotkey.modifiers(space));
        assertEquals(0x20, WindowsHotkey.code(space));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void elsewhereThereIsNone() {
        assertSame(Hotkey.NONE, WindowsHotkey.ofSystem());
    }
}
