package nearside.desktop.start;

import nearside.desktop.bus.SessionBus;
import nearside.desktop.hotkey.MacHotkey;
import nearside.desktop.hotkey.WindowsHotkey;
import nearside.desktop.hotkey.XcbHotkey;
import nearside.desktop.manners.Surroundings;
import nearside.desktop.notices.BusNotices;
import nearside.desktop.notices.Notices;
import nearside.desktop.notices.ScriptNotices;
import nearside.desktop.tray.MacTray;
import nearside.desktop.tray.StatusTray;
import nearside.desktop.tray.Tray;
import nearside.desktop.tray.WindowsTray;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Finds out what the desktop has, when it is asked for the first time: most people never do, and
/// it would cost each start some milliseconds.
final class DesktopAround {
    private DesktopAround() {}

    /// @param ui where what a person chooses there is done
    static Surroundings of(String system, Map<String, String> environment, Executor ui) {
        if (system.startsWith("Windows")) {
            Later<Optional<WindowsTray>> tray = new Later<>(() -> WindowsTray.ofSystem(ui));
            return new Surroundings(
                    new LaterTray(() -> tray.get().<Tray>map(it -> it).orElse(Tray.NONE)),
                    (title, text, chosen) ->
                            tray.get().ifPresent(it -> it.tell(title, text, chosen)),
                    new LaterHotkey(WindowsHotkey::ofSystem));
        }
        if (system.startsWith("Mac")) {
            return new Surroundings(
                    new LaterTray(() -> MacTray.ofSystem(ui)),
                    new ScriptNotices("osascript"),
                    new LaterHotkey(() -> MacHotkey.ofSystem(ui)));
        }
        Later<Linux> linux = new Later<>(() -> Linux.of(environment, ui));
        return new Surroundings(
                new LaterTray(() -> linux.get().tray()),
                (title, text, chosen) -> linux.get().notices().tell(title, text, chosen),
                new LaterHotkey(() -> XcbHotkey.of(environment)));
    }

    private record Linux(Tray tray, Notices notices) {
        static Linux of(Map<String, String> environment, Executor ui) {
            return SessionBus.open(environment)
                    .map(bus -> new Linux(new StatusTray(bus, ui), new BusNotices(bus, ui)))
                    .orElse(new Linux(Tray.NONE, Notices.NONE));
        }
    }
}
