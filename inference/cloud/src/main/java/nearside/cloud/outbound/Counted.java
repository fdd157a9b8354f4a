package nearside.cloud.outbound;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;

/// The body of a request, which knows how much of it the connection took.
final class Counted implements BodyPublisher {
    private final BodyPublisher whole;
    private final AtomicLong taken = new AtomicLong();

    Counted(byte[] body) {
        whole = BodyPublishers.ofByteArray(body);
    }

    @Override
    public long contentLength() {
        return whole.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> connection) {
        whole.subscribe(new Counting(connection));
    }

    long taken() {
        return taken.get();
    }

    /// Stands between the body and the connection.
    private final class Counting implements Subscriber<ByteBuffer> {
        private final Subscriber<? super ByteBuffer> connection;

        Counting(Subscriber<? super ByteBuffer> connection) {
            this.connection = connection;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            connection.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            taken.addAndGet(bytes.remaining());
            connection.onNext(bytes);
        }

        @Override
        public void onError(Throwable cause) {
            connection.onError(cause);
        }

        @Override
        public void onComplete() {
            connection.onComplete();
        }
    }
}
