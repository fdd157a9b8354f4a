package nearside.hubside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// All that was asked, in order.
final class Log {
    private final List<Served> all = new ArrayList<>();
    private int underWay;

    /// Opens a line, and says which.
    synchronized int open(Served.Host host, HubRequest request, HubFault fault, int status) {
        all.add(new Served(host, request, fault, status, 0, Served.State.UNDER_WAY));
        underWay++;
        return all.size() - 1;
    }

    synchronized void close(int line, long bodyBytes, Served.State state) {
        Served open = all.get(line);
        all.set(
                line,
                new Served(
                        open.host(),
                        open.request(),
                        open.fault(),
                        open.status(),
                        bodyBytes,
                        state));
        underWay--;
        notifyAll();
    }

    synchronized List<Served> all() {
        return List.copyOf(all);
    }

    /// The log once nothing is under way.
    synchronized List<Served> settled(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (underWay > 0) {
            long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new IllegalStateException("still under way: " + all);
            }
            wait(left);
        }
        return all();
    }
}
