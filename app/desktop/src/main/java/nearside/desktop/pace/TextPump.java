package nearside.desktop.pace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Carries events from a reading thread to the UI thread: the first at once, then all that came
/// meanwhile together, at most once in so many frames.
public final class TextPump<E> {
    private final UiThread ui;
    private final int frames;
    private final Consumer<List<E>> sink;
    private List<E> waiting = new ArrayList<>();
    private boolean resting;

    /// One that carries with each frame.
    public TextPump(UiThread ui, Consumer<List<E>> sink) {
        this(ui, 1, sink);
    }

    /// @param frames from one batch to the next, from 1
    public TextPump(UiThread ui, int frames, Consumer<List<E>> sink) {
        if (frames < 1) {
            throw new IllegalArgumentException("expected 1 frame or more, found " + frames);
        }
        this.ui = ui;
        this.frames = frames;
        this.sink = sink;
    }

    /// Takes an event; called from any thread.
    public void offer(E event) {
        boolean wakes;
        synchronized (this) {
            wakes = waiting.isEmpty() && !resting;
            waiting.add(event);
        }
        if (wakes) {
            ui.nextFrame(this::drain);
        }
    }

    private void drain() {
        List<E> batch;
        synchronized (this) {
            batch = waiting;
            waiting = new ArrayList<>();
            resting = frames > 1;
        }
        if (frames > 1) {
            rest(frames - 1);
        }
        sink.accept(batch);
    }

    private void rest(int left) {
        ui.nextFrame(() -> {
            if (left > 1) {
                rest(left - 1);
            } else {
                rested();
            }
        });
    }

    private void rested() {
        boolean more;
        synchronized (this) {
            resting = false;
            more = !waiting.isEmpty();
        }
        if (more) {
            ui.nextFrame(this::drain);
        }
    }
}
