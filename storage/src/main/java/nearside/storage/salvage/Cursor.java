package nearside.storage.salvage;

/// Reads numbers out of bytes that may be damaged: behind the end there are zeros, and it tells.
final class Cursor {
    private static final int LONGEST_VARINT = 9;

    private final byte[] bytes;
    private final int end;
    private int at;
    private boolean sound = true;

    Cursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = Math.min(end, bytes.length);
    }

    /// Whether nothing was read behind the end.
    boolean sound() {
        return sound;
    }

    int at() {
        return at;
    }

    int next() {
        if (at < 0 || at >= end) {
            sound = false;
            return 0;
        }
        return bytes[at++] & 0xff;
    }

    int two() {
        return (next() << 8) | next();
    }

    long four() {
        return ((long) two() << 16) | two();
    }

    /// Seven bits of each byte, the highest first, as long as its top bit is set; all eight of the
    /// ninth.
    long varint() {
        long value = 0;
        for (int i = 1; i < LONGEST_VARINT; i++) {
            int read = next();
            value = (value << 7) | (read & 0x7f);
            if (read < 0x80) {
                return value;
            }
        }
        return (value << 8) | next();
    }
}
