package nearside.storage;

import nearside.storage.snapshot.Keys;
import nearside.storage.snapshot.SnapshotFile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import javax.crypto.AEADBadTagException;

/// What is kept of one conversation: one or more segments, each a label and its data.
public final class SealedSnapshot {
    private final KvSnapshots all;
    private final SnapshotFile file;
    private final Keys keys;
    private final List<byte[]> labels;

    SealedSnapshot(KvSnapshots all, SnapshotFile file, Keys keys, List<byte[]> labels) {
        this.all = all;
        this.file = file;
        this.keys = keys;
        this.labels = List.copyOf(labels);
    }

    /// Of each segment, the oldest first.
    public List<byte[]> labels() {
        return labels;
    }

    /// Hands out the data of all segments, in pieces. A damaged file is deleted; what was handed
    /// out before the damage is as it was written.
    ///
    /// @param taker whether it wants more; the bytes are valid until it returns
    /// @return whether it took all
    public boolean read(Predicate<ByteBuffer> taker) {
        try {
            return file.read(labels.size(), keys, taker);
        } catch (IOException | AEADBadTagException damaged) {
            drop();
            return false;
        }
    }

    /// Whether the conversation went no further than this, so that it can go on here.
    public boolean isEnd() {
        return labels.size() == file.segments();
    }

    /// Begins to add what is new of the conversation.
    ///
    /// @param label says what the data are
    /// @return empty when there is no room for it, or the disk refuses
    public Optional<SnapshotWriter> grow(KvSnapshots.Asked asked, byte[] label, long dataBytes) {
        if (!isEnd()) {
            throw new IllegalStateException("the conversation went on from here already");
        }
        return all.grow(file, asked, label, dataBytes);
    }

    public void drop() {
        all.drop(file);
    }
}
