package nearside.storage.snapshot;

import nearside.storage.snapshot.Nonce.Position;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.Predicate;

import javax.crypto.AEADBadTagException;

/// Opens the blocks of segments, one after the other; its two buffers serve them all.
final class Opening {
    private final FileChannel channel;
    private final Keys keys;
    private final Gcm gcm;
    private final byte[] sealed = new byte[Blocks.SEALED];
    private final byte[] plain = new byte[Blocks.PLAIN];

    Opening(FileChannel channel, Keys keys, Gcm gcm) {
        this.channel = channel;
        this.keys = keys;
        this.gcm = gcm;
    }

    byte[] label(Segment segment) throws IOException, AEADBadTagException {
        ByteBuffer label = ByteBuffer.allocate(segment.head().labelBytes());
        Nonce nonce = segment.nonce(keys);
        long at = segment.blocks();
        while (label.hasRemaining()) {
            int length = Math.min(Blocks.PLAIN, label.remaining());
            open(nonce.next(Position.WITHIN), at, length);
            label.put(plain, 0, length);
            at += length + Gcm.TAG;
        }
        return label.array();
    }

    /// Hands out the data block by block, each only when it is known to be what was sealed.
    ///
    /// @param taker whether it wants more; the bytes are valid until it returns
    /// @return whether it took all
    boolean data(Segment segment, Predicate<ByteBuffer> taker)
            throws IOException, AEADBadTagException {
        int labelBytes = segment.head().labelBytes();
        Nonce nonce = segment.nonce(keys);
        for (int done = 0; done < labelBytes; done += Blocks.PLAIN) {
            nonce.next(Position.WITHIN);
        }
        long at = segment.blocks() + Blocks.sealedBytes(labelBytes);
        long left = segment.head().dataBytes();
        while (left > 0) {
            int length = (int) Math.min(Blocks.PLAIN, left);
            left -= length;
            open(nonce.next(left == 0 ? Position.LAST : Position.WITHIN), at, length);
            if (!taker.test(ByteBuffer.wrap(plain, 0, length))) {
                return false;
            }
            at += length + Gcm.TAG;
        }
        return true;
    }

    private void open(Nonce nonce, long at, int length) throws IOException, AEADBadTagException {
        int count = length + Gcm.TAG;
        ByteBuffer bytes = ByteBuffer.wrap(sealed, 0, count);
        Bytes.fill(channel, at, bytes);
        if (bytes.remaining() < count) {
            throw new EOFException("a block of " + bytes.remaining() + " bytes, not " + count);
        }
        gcm.open(nonce, sealed, count, plain);
    }
}
