package nearside.storage.salvage;

import java.nio.ByteBuffer;

/// The running checksum of a write-ahead log (SQLite file format, section 4.2): each frame's goes
/// on from that of the frame before.
record Checksum(int first, int second) {
    static final Checksum START = new Checksum(0, 0);

    /// @param bytes from position to limit, a multiple of eight, in the order of the log's numbers
    Checksum over(ByteBuffer bytes) {
        int a = first;
        int b = second;
        for (int at = bytes.position(); at < bytes.limit(); at += 8) {
            a += bytes.getInt(at) + b;
            b += bytes.getInt(at + 4) + a;
        }
        return new Checksum(a, b);
    }
}
