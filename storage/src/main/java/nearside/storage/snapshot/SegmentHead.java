package nearside.storage.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What stands before the sealed blocks of a segment. Each segment has a key of its own, so that
/// one written in the place of another, which a crash had cut, never repeats a nonce.
///
/// @param salt random, of the segment's key, in hexadecimal as all names here
/// @param prefix random, of its nonces
/// @param marks names of the beginnings of the conversation that were asked by then
/// @param labelBytes of the sealed label that says what the data are
/// @param dataBytes of the data that follow it
record SegmentHead(String salt, String prefix, List<String> marks, int labelBytes, long dataBytes) {
    private static final int MAGIC = 0x4B565367;
    private static final int SALT = 32;
    private static final int FIXED =
            Integer.BYTES + SALT + Nonce.PREFIX + 2 * Integer.BYTES + Long.BYTES;
    private static final int MOST_MARKS = 1 << 16;
    private static final int MOST_LABEL_BYTES = 16 << 20;
    private static final long MOST_DATA_BYTES = 1L << 40;
    private static final HexFormat HEX = HexFormat.of();

    SegmentHead {
        marks = List.copyOf(marks);
        if (marks.size() > MOST_MARKS
                || labelBytes < 1
                || labelBytes > MOST_LABEL_BYTES
                || dataBytes < 1
                || dataBytes > MOST_DATA_BYTES) {
            throw new IllegalArgumentException(
                    marks.size() + " marks, " + labelBytes + " and " + dataBytes + " bytes");
        }
    }

    static SegmentHead of(List<String> marks, int labelBytes, long dataBytes) {
        byte[] random = new byte[SALT + Nonce.PREFIX];
        new SecureRandom().nextBytes(random);
        return new SegmentHead(
                HEX.formatHex(random, 0, SALT),
                HEX.formatHex(random, SALT, random.length),
                marks,
                labelBytes,
                dataBytes);
    }

    /// Empty when what stands there is none, or is cut.
    static Optional<SegmentHead> read(FileChannel channel, long offset) throws IOException {
        ByteBuffer fixed = Bytes.read(channel, offset, FIXED);
        if (fixed.remaining() < FIXED || fixed.getInt() != MAGIC) {
            return Optional.empty();
        }
        String salt = hex(fixed, SALT);
        String prefix = hex(fixed, Nonce.PREFIX);
        int labelBytes = fixed.getInt();
        long dataBytes = fixed.getLong();
        int count = fixed.getInt();
        if (count < 0 || count > MOST_MARKS) {
            return Optional.empty();
        }
        ByteBuffer names = Bytes.read(channel, offset + FIXED, count * Names.BYTES);
        if (names.remaining() < count * Names.BYTES) {
            return Optional.empty();
        }
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            marks.add(hex(names, Names.BYTES));
        }
        try {
            return Optional.of(new SegmentHead(salt, prefix, marks, labelBytes, dataBytes));
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }

    private static String hex(ByteBuffer bytes, int count) {
        byte[] name = new byte[count];
        bytes.get(name);
        return HEX.formatHex(name);
    }

    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(headBytes()).putInt(MAGIC);
        bytes.put(HEX.parseHex(salt)).put(HEX.parseHex(prefix));
        bytes.putInt(labelBytes).putLong(dataBytes).putInt(marks.size());
        marks.forEach(mark -> bytes.put(HEX.parseHex(mark)));
        return bytes.flip();
    }

    int headBytes() {
        return FIXED + marks.size() * Names.BYTES;
    }

    /// Of the whole segment in the file.
    long bytesInFile() {
        return headBytes() + Blocks.sealedBytes(labelBytes) + Blocks.sealedBytes(dataBytes);
    }

    /// Counts the segment's blocks.
    ///
    /// @param place hash of all headers up to this one
    Nonce nonce(Keys keys, byte[] place) {
        return new Nonce(keys.ofSegment(HEX.parseHex(salt)), HEX.parseHex(prefix), place);
    }
}
