package nearside.worker.graph;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Whole numbers as protobuf writes them: seven bits a byte, lowest first.
final class Varints {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Varints put(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    ByteBuffer bytes() {
        return ByteBuffer.wrap(out.toByteArray());
    }

    /// Bytes that the number takes.
    static int size(long value) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 6) / 7);
    }
}
