package nearside.desktop.start;

import nearside.desktop.hotkey.Hotkey;
import nearside.desktop.hotkey.KeyChord;

import java.util.function.Supplier;

/// Keys for which the system is asked when some are chosen.
final class LaterHotkey implements Hotkey {
    private final Later<Hotkey> hotkey;

    LaterHotkey(Supplier<Hotkey> looking) {
        hotkey = new Later<>(looking);
    }

    @Override
    public Grab grab(KeyChord keys, Runnable pressed) {
        return hotkey.get().grab(keys, pressed);
    }

    @Override
    public void close() {
        hotkey.made().ifPresent(Hotkey::close);
    }
}
