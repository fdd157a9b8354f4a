package nearside.cloud.outbound;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The body of an answer as it comes, pulled by the one who reads it. One piece is asked for at a
/// time: a far side that sends faster than it is read waits.
final class Chunks implements BodySubscriber<Chunks> {
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private @Nullable Subscription subscription;
    private boolean cancelled;

    /// What came.
    sealed interface Piece {
        record Bytes(List<ByteBuffer> buffers) implements Piece {}

        record End() implements Piece {}

        record Lost(Throwable cause) implements Piece {}
    }

    @Override
    public CompletionStage<Chunks> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public synchronized void onSubscribe(Subscription offered) {
        subscription = offered;
        if (cancelled) {
            offered.cancel();
        } else {
            offered.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        bytes.addAndGet(buffers.stream().mapToLong(ByteBuffer::remaining).sum());
        pieces.add(new Piece.Bytes(List.copyOf(buffers)));
    }

    @Override
    public void onError(Throwable cause) {
        pieces.add(new Piece.Lost(cause));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece.End());
    }

    /// The next piece, or empty when none came in time.
    Optional<Piece> next(Duration patience) throws InterruptedException {
        Piece piece = pieces.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (piece instanceof Piece.Bytes) {
            more();
        }
        return Optional.ofNullable(piece);
    }

    private synchronized void more() {
        if (subscription != null && !cancelled) {
            subscription.request(1);
        }
    }

    /// Wants nothing more; who waits for a piece is told.
    synchronized void cancel() {
        cancelled = true;
        if (subscription != null) {
            subscription.cancel();
        }
        pieces.add(new Piece.Lost(new java.util.concurrent.CancellationException()));
    }

    /// How many bytes came.
    long bytes() {
        return bytes.get();
    }
}
