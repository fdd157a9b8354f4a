package nearside.desktop.pace;

import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.pace.Watchdog.Stall;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class WatchdogTest {
    private static final Duration HELD = Duration.ofMillis(400);

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final AtomicInteger pings = new AtomicInteger();
    private final BlockingQueue<Stall> stalls = new LinkedBlockingQueue<>();
    private final Watchdog watchdog = new Watchdog(ui(), System::nanoTime, stalls::add);

    @AfterEach
    void close() {
        watchdog.close();
        thread.shutdownNow();
    }

    private UiThread ui() {
        return new UiThread() {
            @Override
            public void later(Runnable task) {
                pings.incrementAndGet();
                thread.execute(task);
            }

            @Override
            public void nextFrame(Runnable task) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Runnable after(Duration delay, Runnable task) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private void standStill() {
        try {
            Thread.sleep(HELD);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aThreadThatStandsStillIsToldWithWhereItStands() throws InterruptedException {
        watchdog.begin();
        while (pings.get() < 3) {
            Thread.sleep(10);
        }
        thread.execute(this::standStill);
        Stall stall = stalls.poll(20, TimeUnit.SECONDS);
        assertTrue(stall != null && stall.where().contains("WatchdogTest.standStill"), "" + stall);
        assertTrue(stall.length().compareTo(Duration.ofMillis(300)) > 0, "" + stall);
    }

    @Test
    void itRestsWhileNothingIsDone() throws InterruptedException {
        watchdog.begin();
        Thread.sleep(4_000);
        int rested = pings.get();
        Thread.sleep(500);
        assertTrue(pings.get() - rested <= 1, "found " + (pings.get() - rested));
        watchdog.stir();
        while (pings.get() < rested + 5) {
            Thread.sleep(10);
        }
    }
}
