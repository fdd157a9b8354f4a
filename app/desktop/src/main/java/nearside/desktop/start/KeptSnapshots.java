package nearside.desktop.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.engine.Prompt;
import nearside.engine.local.KvModel;
import nearside.engine.local.KvPart;
import nearside.engine.local.KvSnapshot;
import nearside.engine.local.SnapshotShelf;
import nearside.storage.KvSnapshots;
import nearside.storage.SealedSnapshot;
import nearside.storage.SnapshotWriter;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The engine's snapshots, kept in the cache of a profile, each for its conversation.
final class KeptSnapshots implements SnapshotShelf {
    private final KvSnapshots all;

    KeptSnapshots(KvSnapshots all) {
        this.all = all;
    }

    @Override
    public void dropOthers(KvModel model) {
        all.dropOthers(storage(model));
    }

    @Override
    public Optional<Found> find(
            KvModel model, Prompt.Conversation conversation, List<Prompt.Line> lines) {
        return all.find(storage(model), conversation.id(), bytes(lines))
                .flatMap(KeptSnapshots::found);
    }

    /// One whose labels are no parts of a conversation is of no use.
    private static Optional<Found> found(SealedSnapshot snapshot) {
        Optional<KvSnapshot> parts = parts(snapshot.labels());
        if (parts.isEmpty()) {
            snapshot.drop();
        }
        return parts.map(of -> new Opened(snapshot, of));
    }

    private static Optional<KvSnapshot> parts(List<byte[]> labels) {
        List<KvPart> parts = new ArrayList<>();
        for (byte[] label : labels) {
            KvPart.of(label).ifPresent(parts::add);
        }
        return parts.size() == labels.size() ? KvSnapshot.of(parts) : Optional.empty();
    }

    @Override
    public Optional<Keeping> keep(KvModel model, Asked asked, KvPart part) {
        return all.keep(storage(model), storage(asked), part.bytes(), part.dataBytes())
                .map(KeptSnapshots::keeping);
    }

    private static KvSnapshots.Model storage(KvModel model) {
        return new KvSnapshots.Model(model.place(), model.kind());
    }

    private static KvSnapshots.Asked storage(Asked asked) {
        return new KvSnapshots.Asked(
                asked.conversation().id(), bytes(asked.lines()), asked.prompts());
    }

    private static List<byte[]> bytes(List<Prompt.Line> lines) {
        return lines.stream()
                .map(line -> (line.role().wire() + "\n" + line.text()).getBytes(UTF_8))
                .toList();
    }

    private static Keeping keeping(SnapshotWriter writer) {
        return new Keeping() {
            @Override
            public boolean write(ByteBuffer bytes) {
                return writer.write(bytes);
            }

            @Override
            public void finish() {
                writer.finish();
            }

            @Override
            public void close() {
                writer.close();
            }
        };
    }

    private record Opened(SealedSnapshot sealed, KvSnapshot snapshot) implements Found {
        @Override
        public boolean read(Predicate<ByteBuffer> taker) {
            return sealed.read(taker);
        }

        @Override
        public boolean isEnd() {
            return sealed.isEnd();
        }

        @Override
        public Optional<Keeping> grow(Asked asked, KvPart part) {
            return sealed.grow(storage(asked), part.bytes(), part.dataBytes())
                    .map(KeptSnapshots::keeping);
        }

        @Override
        public void drop() {
            sealed.drop();
        }
    }
}
