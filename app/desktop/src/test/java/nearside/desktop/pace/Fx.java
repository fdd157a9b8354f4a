package nearside.desktop.pace;

import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What a test does and reads on the UI thread: the nodes belong to it, and from elsewhere a list
/// of them may change under the reader.
public final class Fx {
    private static final long PATIENCE_SECONDS = 60;

    private Fx() {}

    /// What `action` gives on the UI thread, after what it set off there has run.
    public static <T> T onFx(Callable<T> action) {
        T result =
                WaitForAsyncUtils.waitForAsyncFx(
                        TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), action);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    /// Runs `action` on the UI thread, and what it set off there.
    public static void run(Runnable action) {
        onFx(() -> {
            action.run();
            return true;
        });
    }

    /// Waits until `condition`, asked on the UI thread, holds.
    public static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> read(condition));
        } catch (TimeoutException late) {
            throw new AssertionError("it did not come to that", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until the nodes were laid out once more: that comes after what begins a frame.
    static void frames() {
        CountDownLatch second = new CountDownLatch(1);
        UiThread ui = new FxThread();
        ui.nextFrame(() -> ui.nextFrame(second::countDown));
        try {
            if (!second.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("no frame in " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// What `action` gives on the UI thread, without waiting for anything else.
    public static <T> T read(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(
                TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), action);
    }
}
