package nearside.engine.local;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Questions about token counts that wait for the worker's answer.
final class TokenCounts {
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<OptionalInt>> open = new ConcurrentHashMap<>();
    private volatile boolean over;

    /// Asks and waits for so long; empty when no answer came.
    OptionalInt ask(String text, Duration patience, Consumer<Frame.Order> send) {
        int id = lastId.incrementAndGet();
        CompletableFuture<OptionalInt> answer = new CompletableFuture<>();
        open.put(id, answer);
        try {
            send.accept(new Frame.Count(id, text));
            answer.completeOnTimeout(
                    OptionalInt.empty(), patience.toMillis(), TimeUnit.MILLISECONDS);
            return over ? OptionalInt.empty() : answer.join();
        } finally {
            open.remove(id);
        }
    }

    void answered(Frame.Counted counted) {
        CompletableFuture<OptionalInt> waiting = open.get(counted.id());
        if (waiting != null) {
            waiting.complete(counted.tokens());
        }
    }

    void nobodyAnswers() {
        over = true;
        open.values().forEach(waiting -> waiting.complete(OptionalInt.empty()));
    }
}
