package nearside.copilot.downloads;

import nearside.cloud.download.Throttle;

import java.util.ArrayList;
import java.util.List;

/// A clock that stands still until as many wait for it as there are connections, or nothing happens
/// for a moment; then it goes on to the first moment that somebody waits for.
final class PacedClock implements Throttle.Clock {
    private static final long MOMENT_MILLIS = 10;

    private final int connections;
    private final List<Long> awaited = new ArrayList<>();
    private long now;
    private long happened;
    private boolean over;

    PacedClock(int connections) {
        this.connections = connections;
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void pause(long nanos) {
        long until = now + nanos;
        awaited.add(until);
        happened++;
        notifyAll();
        try {
            while (now < until && !over) {
                wait();
            }
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
        }
    }

    /// Makes it go on until it is over.
    synchronized void run() {
        try {
            while (!over) {
                await();
                goOn();
            }
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() throws InterruptedException {
        boolean happens = true;
        while (happens && awaited.size() < connections && !over) {
            long before = happened;
            wait(MOMENT_MILLIS);
            happens = happened != before;
        }
    }

    private void goOn() {
        awaited.stream().mapToLong(Long::longValue).min().ifPresent(first -> now = first);
        awaited.removeIf(until -> until <= now);
        notifyAll();
    }

    synchronized void end() {
        over = true;
        notifyAll();
    }
}
