package nearside.desktop.tray;

/// The place beside the clock where a program without a window is still seen.
public interface Tray extends AutoCloseable {
    /// No tray at all.
    Tray NONE =
            new Tray() {
                @Override
                public Seen show(TrayFace face) {
                    return Seen.NO;
                }

                @Override
                public Seen seen() {
                    return Seen.NO;
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
    Seen show(TrayFace face);

    /// Whether it is seen there now.
    Seen seen();

    /// Takes it away; it can be shown again.
    @Override
    void close();
}
