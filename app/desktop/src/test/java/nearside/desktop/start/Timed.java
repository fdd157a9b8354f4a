package nearside.desktop.start;

import nearside.engine.Prompt;
import nearside.engine.local.KvModel;
import nearside.engine.local.KvPart;
import nearside.engine.local.KvSnapshot;
import nearside.engine.local.SnapshotShelf;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// A shelf with a clock: how long keeping took, which is done once after [#listen], and how long
/// the last reading took.
final class Timed extends Passing {
    private volatile Duration read = Duration.ZERO;
    private volatile boolean listening;
    private final CompletableFuture<Duration> finished = new CompletableFuture<>();

    Timed(SnapshotShelf shelf) {
        super(shelf);
    }

    void listen() {
        listening = true;
    }

    Duration finished() {
        return finished.join();
    }

    Duration read() {
        return read;
    }

    @Override
    public Duration worth() {
        return Duration.ZERO;
    }

    @Override
    public Optional<Found> find(
            KvModel model, Prompt.Conversation conversation, List<Prompt.Line> lines) {
        return super.find(model, conversation, lines).map(OnTheClock::new);
    }

    @Override
    public Optional<Keeping> keep(KvModel model, Asked asked, KvPart part) {
        if (!listening) {
            return Optional.empty();
        }
        listening = false;
        long begun = System.nanoTime();
        return super.keep(model, asked, part).map(keeping -> timed(keeping, begun));
    }

    private Keeping timed(Keeping keeping, long begun) {
        return new Keeping() {
            @Override
            public boolean write(ByteBuffer bytes) {
                return keeping.write(bytes);
            }

            @Override
            public void finish() {
                keeping.finish();
                finished.complete(Duration.ofNanos(System.nanoTime() - begun));
            }

            @Override
            public void close() {
                keeping.close();
            }
        };
    }

    private final class OnTheClock implements Found {
        private final Found found;

        OnTheClock(Found found) {
            this.found = found;
        }

        @Override
        public KvSnapshot snapshot() {
            return found.snapshot();
        }

        @Override
        public boolean read(Predicate<ByteBuffer> taker) {
            long begun = System.nanoTime();
            boolean all = found.read(taker);
            read = Duration.ofNanos(System.nanoTime() - begun);
            return all;
        }

        @Override
        public boolean isEnd() {
            return found.isEnd();
        }

        @Override
        public Optional<Keeping> grow(Asked asked, KvPart part) {
            return Optional.empty();
        }

        @Override
        public void drop() {
            found.drop();
        }
    }
}
