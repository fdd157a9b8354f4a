package nearside.worker.onnx;

import java.nio.ByteBuffer;

/// The keys and values of some tokens of one conversation as one row of bytes, in the order layer,
/// keys before values, head, token, channel, whatever numbers they are. It is passed once, in
/// pieces of any size, copied straight from or into the memory that the model computes with.
public final class KvStretch {
    private final KvCache cache;
    private final int from;
    private final long runBytes;
    private int run;
    private long done;

    KvStretch(KvCache cache, int from, int to) {
        this.cache = cache;
        this.from = from;
        this.runBytes = cache.offset(0, to) - cache.offset(0, from);
    }

    /// Bytes that are still to come.
    public long left() {
        return (cache.runs() - run) * runBytes - done;
    }

    /// Fills the buffer as far as there are bytes.
    public void get(ByteBuffer into) {
        while (into.hasRemaining() && left() > 0) {
            passed(cache.memory(run).get(at(), runBytes - done, into));
        }
    }

    /// Takes what the buffer holds.
    public void put(ByteBuffer bytes) {
        if (bytes.remaining() > left()) {
            throw new IllegalArgumentException(bytes.remaining() + " bytes, " + left() + " left");
        }
        while (bytes.hasRemaining()) {
            passed(cache.memory(run).put(at(), runBytes - done, bytes));
        }
    }

    private long at() {
        return cache.offset(run, from) + done;
    }

    private void passed(int bytes) {
        done += bytes;
        if (done == runBytes) {
            run++;
            done = 0;
        }
    }
}
