package nearside.desktop.undo;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import nearside.desktop.pace.UiThread;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What took something away, the last first: each is taken back, and done once more. Lives on the
/// UI thread.
public final class Undo {
    /// How long what was done last is shown.
    public static final Duration SHOWN = Duration.ofSeconds(10);

    private static final int MOST = 50;

    private final UiThread ui;
    private final Deque<Act> done = new ArrayDeque<>();
    private final Deque<Act> undone = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Act>> last =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Runnable forget = () -> {};

    public Undo(UiThread ui) {
        this.ui = ui;
    }

    /// What was done in the last seconds.
    public ReadOnlyObjectProperty<Optional<Act>> last() {
        return last.getReadOnlyProperty();
    }

    /// Does it and keeps it; what was taken back before cannot be done once more from here on.
    public void perform(Act act) {
        undone.clear();
        act.redo().run();
        did(act);
    }

    /// Takes back what was done last.
    ///
    /// @return whether there was anything
    public boolean undo() {
        Optional<Act> act = Optional.ofNullable(done.pollLast());
        act.ifPresent(it -> {
            it.undo().run();
            undone.addLast(it);
            show(Optional.empty());
        });
        return act.isPresent();
    }

    /// Does once more what was taken back last.
    ///
    /// @return whether there was anything
    public boolean redo() {
        Optional<Act> act = Optional.ofNullable(undone.pollLast());
        act.ifPresent(it -> {
            it.redo().run();
            did(it);
        });
        return act.isPresent();
    }

    private void did(Act act) {
        done.addLast(act);
        if (done.size() > MOST) {
            done.removeFirst();
        }
        show(Optional.of(act));
    }

    private void show(Optional<Act> act) {
        forget.run();
        last.set(act);
        forget = ui.after(SHOWN, () -> last.set(Optional.empty()));
    }
}
