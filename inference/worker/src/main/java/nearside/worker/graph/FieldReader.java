package nearside.worker.graph;

import java.nio.ByteBuffer;

/// Cuts the bytes of a message into fields. No length is believed before it was compared with what
/// holds it. The format is that of the public protobuf encoding guide; groups, which ONNX has not,
/// are refused.
final class FieldReader {
    private final ByteBuffer bytes;

    FieldReader(ByteBuffer bytes) {
        this.bytes = bytes.slice();
    }

    boolean isOver() {
        return !bytes.hasRemaining();
    }

    Field next() throws GraphException {
        int start = bytes.position();
        long tag = varint();
        if (tag >>> 3 == 0 || tag >>> 32 != 0) {
            throw new GraphException("a field without a number");
        }
        int type = (int) tag & 7;
        int body = bytes.position();
        switch (type) {
            case Field.VARINT -> varint();
            case Field.FIXED64 -> skip(Long.BYTES);
            case Field.FIXED32 -> skip(Integer.BYTES);
            case Field.BYTES -> {
                long length = varint();
                body = bytes.position();
                skip(length);
            }
            default -> throw new GraphException("a field of the unknown kind " + type);
        }
        int end = bytes.position();
        return new Field(
                (int) (tag >>> 3),
                type,
                bytes.slice(start, end - start),
                bytes.slice(body, end - body));
    }

    private void skip(long length) throws GraphException {
        if (length < 0 || length > bytes.remaining()) {
            throw new GraphException(length + " bytes announced, " + bytes.remaining() + " left");
        }
        bytes.position(bytes.position() + (int) length);
    }

    long varint() throws GraphException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (!bytes.hasRemaining()) {
                throw new GraphException("a number that does not end");
            }
            byte read = bytes.get();
            value |= (long) (read & 0x7f) << shift;
            if (read >= 0) {
                return value;
            }
        }
        throw new GraphException("a number of more than ten bytes");
    }
}
