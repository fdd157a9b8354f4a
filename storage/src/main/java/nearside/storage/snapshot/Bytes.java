package nearside.storage.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Whole reads and writes at a place in a file.
final class Bytes {
    private Bytes() {}

    /// As many as there are, up to that count.
    static ByteBuffer read(FileChannel channel, long offset, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        fill(channel, offset, bytes);
        return bytes;
    }

    /// Fills the buffer as far as the file goes, and flips it.
    static void fill(FileChannel channel, long offset, ByteBuffer bytes) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        bytes.flip();
    }

    /// Writes all that is left of the buffer.
    ///
    /// @return where the written bytes end
    static long write(FileChannel channel, long offset, ByteBuffer bytes) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        return at;
    }
}
