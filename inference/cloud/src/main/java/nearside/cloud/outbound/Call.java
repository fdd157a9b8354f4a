package nearside.cloud.outbound;

import nearside.cloud.outbound.Ledger.Ending;
import nearside.cloud.outbound.Ledger.Outcome;
import nearside.cloud.outbound.Ledger.Used;
import nearside.engine.EngineFailure.Far;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// One request and its answer. Read on one thread; [#close] may come from any.
///
/// The HTTP client's own time limit ends at the head of the answer, so who reads the body says how
/// long each piece may take.
public final class Call implements AutoCloseable {
    private final HttpClient client;
    private final Parcel parcel;
    private final Limits limits;
    private final Ledger.Booking booking;
    private final Consumer<Call> onClose;
    private final Counted request;
    private final Chunks chunks = new Chunks();
    private @Nullable CompletableFuture<HttpResponse<Chunks>> answer;
    private Ending ending = Ending.UNREACHED;
    private Used used = Used.NOTHING;
    private int status;
    private boolean stopped;
    private boolean booked;

    /// @param onClose told when it was written down how it ended
    Call(
            HttpClient client,
            Parcel parcel,
            Limits limits,
            Ledger.Booking booking,
            Consumer<Call> onClose) {
        this.onClose = onClose;
        this.client = client;
        this.parcel = parcel;
        this.limits = limits;
        this.booking = booking;
        this.request = new Counted(parcel.body());
    }

    /// Sends the request and waits for the head of its answer.
    public Head begin() throws FarException, InterruptedException {
        try {
            HttpResponse<Chunks> response = send().get();
            return reached(response);
        } catch (ExecutionException failed) {
            throw new FarException(Causes.unreached(parcel.to(), failed, limits.silence()));
        } catch (CancellationException closed) {
            throw new FarException(new Far.CutOff(far()));
        }
    }

    private synchronized CompletableFuture<HttpResponse<Chunks>> send() {
        if (stopped) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        answer = client.sendAsync(httpRequest(), _ -> chunks);
        return answer;
    }

    private synchronized Head reached(HttpResponse<Chunks> response) {
        status = response.statusCode();
        ending = Ending.BROKEN;
        return new Head(status, response.headers());
    }

    private HttpRequest httpRequest() {
        return parcel.request(request).timeout(limits.silence()).build();
    }

    /// The next bytes of the answer's body; none at its end.
    ///
    /// @param patience how long they may take
    /// @throws FarException if they did not come in time, or the connection ended before the body
    public List<ByteBuffer> next(Duration patience) throws FarException, InterruptedException {
        Optional<Chunks.Piece> piece = chunks.next(patience);
        if (piece.isEmpty()) {
            throw new FarException(new Far.Silent(far(), limits.silence()));
        }
        return switch (piece.get()) {
            case Chunks.Piece.Bytes(List<ByteBuffer> buffers) -> buffers;
            case Chunks.Piece.End() -> {
                complete();
                yield List.of();
            }
            case Chunks.Piece.Lost _ -> throw new FarException(new Far.CutOff(far()));
        };
    }

    private synchronized void complete() {
        ending = Ending.COMPLETE;
    }

    /// Notes what the far side takes money for, as far as it is known.
    public synchronized void used(Used tokens) {
        used = tokens;
    }

    private String far() {
        return parcel.to().toString();
    }

    /// Ends the call, wherever it is. What was not read by then is given up.
    public synchronized void stop() {
        if (ending != Ending.COMPLETE && !booked) {
            ending = Ending.STOPPED;
        }
        stopped = true;
        letGo();
    }

    private void letGo() {
        if (answer != null) {
            answer.cancel(true);
        }
        chunks.cancel();
    }

    /// Ends the call and writes down how it ended.
    @Override
    public synchronized void close() {
        letGo();
        if (!booked) {
            booked = true;
            booking.end(new Outcome(ending, status, request.taken(), chunks.bytes(), used));
            onClose.accept(this);
        }
    }
}
