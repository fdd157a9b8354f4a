package nearside.engine.local;

import nearside.engine.Finish;
import nearside.engine.Prompt;
import nearside.engine.Reply;
import nearside.engine.ReplyEvent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// One reply of the local engine: a short queue between the engine's thread, which puts events, and
/// the caller's, which pulls them. A full queue holds the engine's thread, and so the worker, until
/// somebody pulls or closes.
final class LocalReply implements Reply {
    private static final int MOST_WAITING = 64;

    private enum State {
        QUEUED,
        RUNNING,
        OVER
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<ReplyEvent> events = new ArrayDeque<>();
    private final Prompt prompt;
    private final ReplyClock clock = new ReplyClock();
    private State state = State.QUEUED;
    private boolean closed;
    private Runnable stop = () -> {};

    LocalReply(Prompt prompt) {
        this.prompt = prompt;
    }

    Prompt prompt() {
        return prompt;
    }

    /// Touched by the engine's thread alone once the reply is running.
    ReplyClock clock() {
        return clock;
    }

    /// Starts the reply unless it is over already.
    ///
    /// @param stop ends it at its source; must return at once
    boolean begin(Runnable stop) {
        lock.lock();
        try {
            if (state != State.QUEUED) {
                return false;
            }
            state = State.RUNNING;
            this.stop = stop;
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean isOver() {
        lock.lock();
        try {
            return state == State.OVER;
        } finally {
            lock.unlock();
        }
    }

    /// Adds an event, and waits while too many are waiting already.
    void put(ReplyEvent event) {
        lock.lock();
        try {
            while (events.size() >= MOST_WAITING && !closed) {
                changed.awaitUninterruptibly();
            }
            add(event);
        } finally {
            lock.unlock();
        }
    }

    /// Adds the last event.
    void end(ReplyEvent last) {
        lock.lock();
        try {
            add(last);
            state = State.OVER;
        } finally {
            lock.unlock();
        }
    }

    private void add(ReplyEvent event) {
        if (state != State.OVER) {
            events.add(event);
            changed.signalAll();
        }
    }

    @Override
    public Optional<ReplyEvent> next(Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (events.isEmpty() && state != State.OVER && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            changed.signalAll();
            return Optional.ofNullable(events.poll());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        Runnable toStop = () -> {};
        lock.lock();
        try {
            if (!closed && state == State.QUEUED) {
                end(new ReplyEvent.Finished(Finish.STOP, clock.usage()));
            } else if (!closed && state == State.RUNNING) {
                toStop = stop;
            }
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        toStop.run();
    }
}
