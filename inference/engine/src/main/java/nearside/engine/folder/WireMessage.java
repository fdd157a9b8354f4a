package nearside.engine.folder;

import java.nio.charset.StandardCharsets;

/// One message in protobuf's wire format, walked field by field. No length is believed before it
/// was compared with what holds it.
final class WireMessage {
    /// Wire types, the low three bits of a tag.
    static final int VARINT = 0;

    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private static final int LONGEST_TEXT = 4096;

    private final WireFile file;
    private final long end;
    private long next;
    private long tag;
    private long number;
    private long body;

    WireMessage(WireFile file, long start, long end) {
        this.file = file;
        this.next = start;
        this.end = end;
    }

    /// Moves to the next field; false at the end.
    boolean advance() throws Flawed {
        if (next == end) {
            return false;
        }
        tag = varint();
        if (tag >>> 3 == 0 || tag >>> 32 != 0) {
            throw file.notOnnx("a field without a number at byte " + next);
        }
        switch ((int) tag & 7) {
            case VARINT -> number = varint();
            case FIXED64 -> take(Long.BYTES);
            case BYTES -> take(varint());
            case FIXED32 -> take(Integer.BYTES);
            default -> throw file.notOnnx("an unknown kind of field at byte " + next);
        }
        return true;
    }

    /// Number and wire type of this field: the number shifted left by three, or-ed with the type.
    int tag() {
        return (int) tag;
    }

    /// The value of this field, which is a varint.
    long number() {
        return number;
    }

    /// The content of this field, which has a length.
    WireMessage message() {
        return new WireMessage(file, body, next);
    }

    /// The next of the varints packed into this message, which has no fields.
    long packed() throws Flawed {
        return varint();
    }

    boolean isOver() {
        return next == end;
    }

    /// The content of this field as text.
    String text() throws Flawed {
        long length = next - body;
        if (length > LONGEST_TEXT) {
            throw file.notOnnx("a name of " + length + " bytes");
        }
        byte[] text = new byte[(int) length];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) file.byteAt(body + i);
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    Flawed notOnnx(String problem) {
        return file.notOnnx(problem);
    }

    private void take(long length) throws Flawed {
        if (length < 0 || length > end - next) {
            throw overrun(length);
        }
        body = next;
        next += length;
    }

    private long varint() throws Flawed {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (next == end) {
                throw overrun(1);
            }
            int read = file.byteAt(next++);
            value |= (long) (read & 0x7f) << shift;
            if (read < 0x80) {
                return value;
            }
        }
        throw file.notOnnx("a number of more than ten bytes before byte " + next);
    }

    private Flawed overrun(long length) {
        boolean plausible = length > 0 && length < Long.MAX_VALUE - next;
        return file.isEnd(end) && plausible
                ? file.cut(next + length)
                : file.notOnnx("a part that is longer than what holds it, at byte " + next);
    }
}
