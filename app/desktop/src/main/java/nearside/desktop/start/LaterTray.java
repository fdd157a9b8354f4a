package nearside.desktop.start;

import nearside.desktop.tray.Tray;
import nearside.desktop.tray.TrayFace;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// A tray that is looked for when something is to be shown there.
final class LaterTray implements Tray {
    private final Later<Tray> tray;

    LaterTray(Supplier<Tray> looking) {
        tray = new Later<>(looking);
    }

    @Override
    public void show(TrayFace face, Consumer<Seen> told) {
        tray.get().show(face, told);
    }

    @Override
    public void close() {
        tray.made().ifPresent(Tray::close);
    }
}
