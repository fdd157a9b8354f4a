package nearside.storage.snapshot;

import nearside.storage.snapshot.Nonce.Position;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Seals the bytes of one segment block by block into a file, as they come.
final class Sealing {
    private final FileChannel channel;
    private final Nonce nonce;
    private final Gcm gcm = new Gcm();
    private final byte[] plain = new byte[Blocks.PLAIN];
    private final byte[] sealed = new byte[Blocks.SEALED];
    private int filled;
    private long left;
    private long at;

    private Sealing(FileChannel channel, Segment segment, Keys keys) {
        this.channel = channel;
        this.nonce = segment.nonce(keys);
        this.left = segment.head().dataBytes();
        this.at = segment.offset();
    }

    /// Writes the head and the label.
    static Sealing begin(FileChannel channel, Segment segment, Keys keys, byte[] label)
            throws IOException {
        Sealing sealing = new Sealing(channel, segment, keys);
        sealing.at = Bytes.write(channel, sealing.at, segment.head().bytes());
        ByteBuffer rest = ByteBuffer.wrap(label);
        while (rest.hasRemaining()) {
            sealing.fill(rest);
            sealing.flush(Position.WITHIN);
        }
        return sealing;
    }

    /// Adds data.
    void write(ByteBuffer data) throws IOException {
        if (data.remaining() > left - filled) {
            throw new IllegalArgumentException(
                    data.remaining() + " bytes, " + (left - filled) + " announced");
        }
        while (data.hasRemaining()) {
            fill(data);
            boolean last = filled == left;
            if (last || filled == Blocks.PLAIN) {
                left -= filled;
                flush(last ? Position.LAST : Position.WITHIN);
            }
        }
    }

    boolean isComplete() {
        return left == 0;
    }

    private void fill(ByteBuffer data) {
        int count = Math.min(data.remaining(), Blocks.PLAIN - filled);
        data.get(plain, filled, count);
        filled += count;
    }

    private void flush(Position position) throws IOException {
        int count = gcm.seal(nonce.next(position), plain, filled, sealed);
        filled = 0;
        at = Bytes.write(channel, at, ByteBuffer.wrap(sealed, 0, count));
    }
}
