package nearside.cloud.download;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;

/// Which blocks of a file are here, and which runs of missing ones nobody fetches yet. Any thread.
final class Blocks {
    /// The most blocks that one request asks for.
    private static final int LONGEST_RUN = 128;

    private final int count;
    private final BitSet here;
    private final Deque<Run> waiting = new ArrayDeque<>();

    /// Blocks that lie side by side.
    ///
    /// @param to the first one after them
    record Run(int from, int to) {}

    Blocks(int count, BitSet here) {
        this.count = count;
        this.here = (BitSet) here.clone();
        for (int from = here.nextClearBit(0); from < count; ) {
            int until = here.nextSetBit(from);
            int end = Math.min(until < 0 ? count : until, from + LONGEST_RUN);
            waiting.add(new Run(from, end));
            from = here.nextClearBit(end);
        }
    }

    int count() {
        return count;
    }

    /// The next run to fetch; it is the caller's until it is whole or given back.
    synchronized Optional<Run> take() {
        return Optional.ofNullable(waiting.pollFirst());
    }

    /// What of a run is still missing is for somebody else; the earliest first.
    synchronized void giveBack(Run run) {
        int from = here.nextClearBit(run.from());
        if (from < run.to()) {
            waiting.addFirst(new Run(from, run.to()));
        }
    }

    synchronized void add(int block) {
        here.set(block);
    }

    synchronized boolean has(int block) {
        return here.get(block);
    }

    synchronized int here() {
        return here.cardinality();
    }

    synchronized boolean isWhole() {
        return here.cardinality() == count;
    }
}
