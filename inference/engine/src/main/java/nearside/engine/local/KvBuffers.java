package nearside.engine.local;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Buffers for keys and values that are passed from one thread to another, used again and again.
final class KvBuffers {
    private static final int MOST_UNUSED = 32;

    private final BlockingQueue<ByteBuffer> unused = new ArrayBlockingQueue<>(MOST_UNUSED);

    /// A copy that stays valid until it is given back.
    ByteBuffer copy(ByteBuffer bytes) {
        ByteBuffer buffer = unused.poll();
        if (buffer == null) {
            buffer = ByteBuffer.allocate(Frame.MOST_KV_BYTES);
        }
        return buffer.clear().put(bytes).flip();
    }

    /// Where enough are unused already, it is let go.
    void giveBack(ByteBuffer buffer) {
        unused.offer(buffer);
    }
}
