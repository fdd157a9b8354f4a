package nearside.desktop.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C stops what is being done and waits until what was written is kept and printed; the exit
/// code is then 130.
final class StopOnInterrupt implements AutoCloseable {
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    private StopOnInterrupt(Runnable stopping) {
        hook = Thread.ofPlatform().name("interrupt").unstarted(() -> stop(stopping));
    }

    static StopOnInterrupt of(Runnable stopping) {
        StopOnInterrupt stop = new StopOnInterrupt(stopping);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    private void stop(Runnable stopping) {
        stopping.run();
        try {
            boolean ended = over.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            System.getLogger("nearside.console")
                    .log(System.Logger.Level.INFO, "interrupted, ended {0}", ended);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running: it was waiting for this.
            over.countDown();
        }
    }
}
