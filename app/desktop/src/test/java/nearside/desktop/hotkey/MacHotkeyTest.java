package nearside.desktop.hotkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import nearside.desktop.hotkey.KeyChord.Held;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.util.Optional;
import java.util.Set;

/// What of it needs no macOS.
class MacHotkeyTest {
    @Test
    void keysAreNumberedAsMacOsDoes() {
        KeyChord space = new KeyChord(Set.of(Held.CONTROL, Held.ALT), ' ');
        assertEquals(Optional.of(49), MacHotkey.code(space));
        assertEquals(4096 + 2048, MacHotkey.modifiers(space));
        KeyChord letter = new KeyChord(Set.of(Held.CONTROL, Held.SHIFT), 'n');
        assertEquals(Optional.of(45), MacHotkey.code(letter));
        assertEquals(4096 + 512, MacHotkey.modifiers(letter));
        assertEquals(Optional.empty(), MacHotkey.code(new KeyChord(Set.of(), 'ü')));
    }

    @Test
    @DisabledOnOs(OS.MAC)
    void elsewhereThereIsNone() {
        assertSame(Hotkey.NONE, MacHotkey.ofSystem(Runnable::run));
    }
}
