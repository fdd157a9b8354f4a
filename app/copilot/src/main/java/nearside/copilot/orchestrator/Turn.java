package nearside.copilot.orchestrator;

import nearside.engine.Reply;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/// One question and its reply, on the way. Runs on a virtual thread of its own; its events are
/// pulled.
///
/// The queue is not bounded by itself: a reader that lags must not hold up the journal, and the
/// reply limit bounds what can lie in it.
public final class Turn {
    private static final System.Logger LOG = System.getLogger("nearside.copilot");

    private final BlockingQueue<TurnEvent> events = new LinkedBlockingQueue<>();
    private @Nullable Reply reply;
    private @Nullable CompletableFuture<Optional<Consent>> asked;
    private boolean stopped;

    private final CountDownLatch over = new CountDownLatch(1);

    private Turn() {}

    /// @param onOver told on the turn's thread after its end
    static Turn start(Function<Turn, Runnable> run, Consumer<Turn> onOver) {
        Turn turn = new Turn();
        Runnable way = run.apply(turn);
        Thread.ofVirtual().name("turn").start(() -> turn.go(way, onOver));
        return turn;
    }

    private void go(Runnable way, Consumer<Turn> onOver) {
        try {
            way.run();
        } finally {
            over.countDown();
            onOver.accept(this);
        }
    }

    /// Waits until nothing of the turn is under way any more, but not longer than that.
    void awaitOver(Duration patience) {
        try {
            boolean ended = over.await(patience.toNanos(), TimeUnit.NANOSECONDS);
            LOG.log(System.Logger.Level.DEBUG, "turn ended in time: {0}", ended);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The next event, or empty when none came in time; empty for ever after the [TurnEvent.End].
    public Optional<TurnEvent> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(events.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    /// Asks the reply to stop; the end still comes. Harmless when already over.
    public synchronized void stop() {
        stopped = true;
        if (reply != null) {
            reply.close();
        }
        if (asked != null) {
            asked.complete(Optional.empty());
        }
    }

    /// What the person says to the last [TurnEvent.Asking]; does nothing where nothing is asked.
    public synchronized void consent(Consent consent) {
        if (asked != null) {
            asked.complete(Optional.of(consent));
        }
    }

    /// Asks the person and waits; empty when the turn is stopped instead.
    Optional<Consent> ask(TurnEvent.Asking question) {
        CompletableFuture<Optional<Consent>> answer = new CompletableFuture<>();
        synchronized (this) {
            asked = answer;
            if (stopped) {
                answer.complete(Optional.empty());
            }
        }
        tell(question);
        return answer.join();
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    void tell(TurnEvent event) {
        events.add(event);
    }

    /// From here on a stop reaches this reply, also one that was asked for before.
    synchronized void attach(Reply reply) {
        this.reply = reply;
        if (stopped) {
            reply.close();
        }
    }
}
