package nearside.worker.decode;

import nearside.engine.local.KvPart;
import nearside.engine.local.KvSnapshot;
import nearside.worker.onnx.KvStretch;

import java.nio.ByteBuffer;

/// A conversation that comes back from where it was kept: its bytes are put in as they come, by
/// another thread than the one that thinks.
public final class Landing implements AutoCloseable {
    private final Slot slot;
    private final KvSnapshot snapshot;
    private KvStretch stretch;
    private int part;
    private boolean over;

    Landing(Slot slot, KvSnapshot snapshot) {
        this.slot = slot;
        this.snapshot = snapshot;
        this.stretch = stretch(0);
    }

    private KvStretch stretch(int index) {
        KvPart next = snapshot.parts().get(index);
        return slot.stretch(next.from(), next.end());
    }

    /// Puts more bytes in; does nothing once it is closed.
    ///
    /// @return whether all are there now
    /// @throws IllegalArgumentException if these are more than were to come
    public synchronized boolean put(ByteBuffer bytes) {
        while (!over && bytes.hasRemaining()) {
            if (stretch.left() == 0) {
                nextPart();
            }
            int count = (int) Math.min(stretch.left(), bytes.remaining());
            stretch.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
        }
        return !over && isWhole();
    }

    private void nextPart() {
        if (isWhole()) {
            throw new IllegalArgumentException("bytes after the last of a conversation");
        }
        part++;
        stretch = stretch(part);
    }

    private boolean isWhole() {
        return stretch.left() == 0 && part == snapshot.parts().size() - 1;
    }

    /// The conversation, which belongs to the caller from now on.
    synchronized Slot landed() {
        if (over || !isWhole()) {
            throw new IllegalStateException("not all bytes are there");
        }
        over = true;
        slot.wasRead(snapshot.ids(), snapshot.factors());
        return slot;
    }

    /// Lets it go unless it has landed.
    @Override
    public synchronized void close() {
        if (!over) {
            over = true;
            slot.close();
        }
    }
}
