package nearside.storage.keystore;

import nearside.storage.keystore.KeyStoreTrouble.Kind;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The wait for one call to a key store, as the two threads that take part see it.
final class Wait {
    private final Patience patience;
    private Kind late = Kind.BROKEN;
    private long end;
    private boolean over;
    private boolean done;
    private Runnable stop = () -> {};

    Wait(Patience patience) {
        this.patience = patience;
        forStore();
    }

    /// From now on the store is to answer by itself.
    synchronized void forStore() {
        until(patience.store(), Kind.BROKEN);
    }

    /// From now on a person may be asked.
    synchronized void forPerson() {
        until(patience.person(), Kind.LOCKED);
    }

    /// What makes the call end early; runs at most once, now if the time is over.
    synchronized void stopBy(Runnable how) {
        stop = how;
        if (over) {
            how.run();
        }
    }

    /// After this nothing is stopped any more.
    synchronized void ended() {
        stop = () -> {};
    }

    /// The call is done, well or not.
    synchronized void done() {
        done = true;
        notifyAll();
    }

    /// Waits until the call is done; false when the time is over before that.
    synchronized boolean awaitDone() throws InterruptedException {
        for (long left = leftNanos(); !done && left > 0; left = leftNanos()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return done;
    }

    synchronized long leftNanos() {
        return end - System.nanoTime();
    }

    synchronized KeyStoreTrouble giveUp() {
        over = true;
        stop.run();
        return new KeyStoreTrouble(late, 0);
    }

    private void until(Duration limit, Kind kind) {
        end = System.nanoTime() + limit.toNanos();
        late = kind;
        notifyAll();
    }
}
