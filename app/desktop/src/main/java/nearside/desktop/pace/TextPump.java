package nearside.desktop.pace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Carries events from a reading thread to the UI thread: all that came since the last frame at
/// once, at most once per frame.
public final class TextPump<E> {
    private final UiThread ui;
    private final Consumer<List<E>> sink;
    private List<E> waiting = new ArrayList<>();

    public TextPump(UiThread ui, Consumer<List<E>> sink) {
        this.ui = ui;
        this.sink = sink;
    }

    /// Takes an event; called from any thread.
    public void offer(E event) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            waiting.add(event);
        }
        if (first) {
            ui.nextFrame(this::drain);
        }
    }

    private void drain() {
        List<E> batch;
        synchronized (this) {
            batch = waiting;
            waiting = new ArrayList<>();
        }
        sink.accept(batch);
    }
}
