package nearside.cloud.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/// A file that arrives in blocks of [#BLOCK] bytes, the last one shorter. Any thread may call any
/// of it, for different blocks.
public interface LandingFile extends AutoCloseable {
    int BLOCK = 1 << 20;

    long size();

    /// The blocks that are here and as they were written.
    BitSet blocks() throws IOException;

    /// Writes a whole block.
    void write(int block, ByteBuffer bytes) throws IOException;

    /// Reads a whole block that is here.
    void read(int block, ByteBuffer into) throws IOException;

    /// Forgets all blocks.
    void clear() throws IOException;

    /// Forces it to the disk and gives it its name: it was verified.
    void settle() throws IOException;

    @Override
    void close() throws IOException;

    /// How many blocks a file of that size has.
    static int count(long size) {
        return Math.toIntExact(Math.ceilDiv(size, BLOCK));
    }

    /// The bytes of one of them.
    static int length(long size, int block) {
        return (int) Math.min(BLOCK, size - (long) block * BLOCK);
    }
}
