package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import nearside.desktop.pace.Background;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Whether the disk is too full to keep what is said. While it is, it is tried every second. Lives
/// on the UI thread.
final class DiskRoom {
    static final Duration PAUSE = Duration.ofSeconds(1);

    private final BooleanSupplier probe;
    private final Background background;
    private final ReadOnlyBooleanWrapper full = new ReadOnlyBooleanWrapper(false);
    private Runnable cancel = () -> {};

    /// @param probe tries whether there is room; runs in the background
    DiskRoom(BooleanSupplier probe, Background background) {
        this.probe = probe;
        this.background = background;
    }

    ReadOnlyBooleanProperty full() {
        return full.getReadOnlyProperty();
    }

    /// Something could not be saved.
    void ranOut() {
        if (!full.get()) {
            full.set(true);
            tryLater();
        }
    }

    void close() {
        cancel.run();
    }

    private void tryLater() {
        cancel =
                background
                        .ui()
                        .after(PAUSE, () -> background.ask(probe::getAsBoolean, this::tried));
    }

    private void tried(boolean room) {
        if (room) {
            full.set(false);
        } else {
            tryLater();
        }
    }
}
