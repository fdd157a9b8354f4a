package nearside.worker;

import nearside.engine.Prompt;
import nearside.engine.local.KvModel;
import nearside.engine.local.KvPart;
import nearside.engine.local.KvSnapshot;
import nearside.engine.local.SnapshotShelf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// Keeps one conversation in memory, and lets a test step in at each piece.
final class MemoryShelf implements SnapshotShelf {
    private static final int PIECE = 64 << 10;

    private volatile Optional<Kept> kept = Optional.empty();
    private volatile Runnable onWrite = () -> {};
    private volatile Predicate<Integer> onRead = piece -> true;
    final AtomicInteger finished = new AtomicInteger();
    final AtomicInteger dropped = new AtomicInteger();

    private record Kept(Asked asked, List<KvPart> parts, ByteBuffer data) {}

    /// Done before each piece is taken.
    void onWrite(Runnable action) {
        onWrite = action;
    }

    /// Asked before each piece is handed out, by its number, whether it is sound.
    void onRead(Predicate<Integer> sound) {
        onRead = sound;
    }

    /// The conversation that is kept.
    Optional<String> conversation() {
        return kept.map(there -> there.asked.conversation().id());
    }

    Optional<KvSnapshot> snapshot() {
        return kept.map(there -> new KvSnapshot(there.parts));
    }

    @Override
    public Duration worth() {
        return Duration.ZERO;
    }

    @Override
    public void dropOthers(KvModel model) {}

    @Override
    public Optional<Found> find(
            KvModel model, Prompt.Conversation conversation, List<Prompt.Line> lines) {
        return kept.filter(there -> there.asked.conversation().equals(conversation))
                .filter(there -> startsWith(lines, there.asked.lines()))
                .map(InMemory::new);
    }

    private static boolean startsWith(List<Prompt.Line> all, List<Prompt.Line> first) {
        return first.size() <= all.size() && all.subList(0, first.size()).equals(first);
    }

    @Override
    public Optional<Keeping> keep(KvModel model, Asked asked, KvPart part) {
        return Optional.of(new Adding(asked, List.of(part), ByteBuffer.allocate(0)));
    }

    private final class InMemory implements Found {
        private final Kept there;

        InMemory(Kept there) {
            this.there = there;
        }

        @Override
        public KvSnapshot snapshot() {
            return new KvSnapshot(there.parts);
        }

        @Override
        public boolean read(Predicate<ByteBuffer> taker) {
            ByteBuffer data = there.data.duplicate();
            for (int piece = 0; data.hasRemaining(); piece++) {
                int count = Math.min(PIECE, data.remaining());
                if (!onRead.test(piece) || !taker.test(data.slice(data.position(), count))) {
                    return false;
                }
                data.position(data.position() + count);
            }
            return true;
        }

        @Override
        public boolean isEnd() {
            return true;
        }

        @Override
        public Optional<Keeping> grow(Asked asked, KvPart part) {
            List<KvPart> parts = new ArrayList<>(there.parts);
            parts.add(part);
            return Optional.of(new Adding(asked, parts, there.data));
        }

        @Override
        public void drop() {
            kept = Optional.empty();
        }
    }

    private final class Adding implements Keeping {
        private final Asked asked;
        private final List<KvPart> parts;
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private boolean over;

        Adding(Asked asked, List<KvPart> parts, ByteBuffer before) {
            this.asked = asked;
            this.parts = parts;
            add(before.duplicate());
        }

        private void add(ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            data.writeBytes(copy);
        }

        @Override
        public boolean write(ByteBuffer bytes) {
            onWrite.run();
            add(bytes);
            return true;
        }

        @Override
        public void finish() {
            over = true;
            kept = Optional.of(new Kept(asked, parts, ByteBuffer.wrap(data.toByteArray())));
            finished.incrementAndGet();
        }

        @Override
        public void close() {
            if (!over) {
                over = true;
                dropped.incrementAndGet();
            }
        }
    }
}
