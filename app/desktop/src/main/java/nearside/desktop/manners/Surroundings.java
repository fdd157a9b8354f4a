package nearside.desktop.manners;

import nearside.desktop.hotkey.Hotkey;
import nearside.desktop.notices.Notices;
import nearside.desktop.tray.Tray;

/// What the desktop has for a program beside its windows.
public record Surroundings(Tray tray, Notices notices, Hotkey hotkey) {
    /// A desktop that has nothing of it.
    public static final Surroundings NONE = new Surroundings(Tray.NONE, Notices.NONE, Hotkey.NONE);
}
