package nearside.desktop.pace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A UI thread that stands still until a test lets it go on; delays end when the test says so.
public final class HeldThread implements UiThread {
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final List<Delayed> delayed = new ArrayList<>();

    private record Delayed(Duration delay, Runnable task) {}

    @Override
    public void later(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void nextFrame(Runnable task) {
        tasks.add(task);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        Delayed entry = new Delayed(delay, task);
        delayed.add(entry);
        return () -> delayed.remove(entry);
    }

    /// Runs what waits now.
    public void run() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /// Runs what waits now, and nothing that this brings: one frame.
    public void runWaiting() {
        List<Runnable> now = new ArrayList<>();
        tasks.drainTo(now);
        now.forEach(Runnable::run);
    }

    /// Runs what comes until the condition holds; fails after ten seconds.
    public void runUntil(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable task = tasks.poll(10, TimeUnit.SECONDS);
            if (task == null) {
                throw new AssertionError("nothing more happens, and the condition does not hold");
            }
            task.run();
        }
    }

    /// Ends every delay of that length.
    public void pass(Duration delay) {
        List<Delayed> due = delayed.stream().filter(entry -> entry.delay().equals(delay)).toList();
        delayed.removeAll(due);
        due.forEach(entry -> entry.task().run());
    }

    public int waiting() {
        return tasks.size();
    }

    public int delays() {
        return delayed.size();
    }
}
