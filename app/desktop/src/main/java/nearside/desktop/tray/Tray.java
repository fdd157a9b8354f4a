package nearside.desktop.tray;

import java.util.function.Consumer;

/// The place beside the clock where a program without a window is still seen.
public interface Tray extends AutoCloseable {
    /// No tray at all.
    Tray NONE =
            new Tray() {
                @Override
                public void show(TrayFace face, Consumer<Seen> told) {
                    told.accept(Seen.NO);
                }

                @Override
                public void close() {}
            };

    /// Whether a person can see the program there.
    enum Seen {
        YES,
        NO
    }

    /// Shows the program there until it is closed.
    ///
    /// @param told whether it is seen, now and whenever that changes, on any thread
    void show(TrayFace face, Consumer<Seen> told);

    /// Takes it away; it can be shown again.
    @Override
    void close();
}
