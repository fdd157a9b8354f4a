package nearside.engine.folder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes protobuf messages field by field, right ones and wrong ones.
final class Proto {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Proto message() {
        return new Proto();
    }

    Proto number(int field, long value) {
        return varint((long) field << 3).varint(value);
    }

    Proto text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Proto inner(int field, Proto message) {
        return bytes(field, message.toBytes());
    }

    Proto bytes(int field, byte[] value) {
        varint(((long) field << 3) | 2).varint(value.length);
        out.writeBytes(value);
        return this;
    }

    Proto varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    /// A graph that is merged into the one before it, with one more node.
    static byte[] graphWithNode(Proto node) {
        return message().inner(7, message().inner(1, node)).toBytes();
    }

    /// The same, with one more tensor.
    static byte[] graphWithTensor(Proto tensor) {
        return message().inner(7, message().inner(5, tensor)).toBytes();
    }

    static Proto node(String domain, String op) {
        return message().text(4, op).text(7, domain);
    }

    /// A float tensor of four elements that lies in another file.
    static Proto external(String location, String offset, String length) {
        return message()
                .number(1, 4)
                .number(2, 1)
                .inner(13, entry("location", location))
                .inner(13, entry("offset", offset))
                .inner(13, entry("length", length))
                .number(14, 1);
    }

    static Proto entry(String key, String value) {
        return message().text(1, key).text(2, value);
    }
}
