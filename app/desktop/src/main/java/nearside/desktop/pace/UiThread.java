package nearside.desktop.pace;

import java.time.Duration;

/// The one thread on which the window lives, seen by those who must not know a toolkit.
public interface UiThread {
    /// Runs the task on the UI thread, soon.
    void later(Runnable task);

    /// Runs the task on the UI thread when the next frame is drawn.
    void nextFrame(Runnable task);

    /// Runs the task on the UI thread after the delay; the returned action takes it back.
    Runnable after(Duration delay, Runnable task);
}
