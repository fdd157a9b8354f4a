package nearside.worker.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One field of a protobuf message, kept byte for byte as it was read: tag, length and content.
final class Field {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private final int number;
    private final int type;
    private final ByteBuffer raw;
    private final ByteBuffer content;

    Field(int number, int type, ByteBuffer raw, ByteBuffer content) {
        this.number = number;
        this.type = type;
        this.raw = raw;
        this.content = content;
    }

    static Field number(int number, long value) {
        ByteBuffer raw = new Varints().put((long) number << 3 | VARINT).put(value).bytes();
        int tag = Varints.size((long) number << 3);
        return new Field(number, VARINT, raw, raw.slice(tag, raw.limit() - tag));
    }

    static Field text(int number, String text) {
        return bytes(number, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Field message(int number, Message message) {
        return bytes(number, message.bytes());
    }

    static Field bytes(int number, ByteBuffer content) {
        Varints head = new Varints().put((long) number << 3 | BYTES).put(content.limit());
        ByteBuffer start = head.bytes();
        ByteBuffer raw = ByteBuffer.allocate(start.limit() + content.limit());
        raw.put(start).put(content.duplicate()).flip();
        return new Field(number, BYTES, raw, raw.slice(start.limit(), content.limit()));
    }

    int number() {
        return number;
    }

    boolean is(int number, int type) {
        return this.number == number && this.type == type;
    }

    /// All of its bytes, with position 0.
    ByteBuffer raw() {
        return raw.duplicate();
    }

    /// What follows tag and length.
    ByteBuffer content() {
        return content.duplicate();
    }

    String text() {
        return StandardCharsets.UTF_8.decode(content()).toString();
    }

    long value() throws GraphException {
        return new FieldReader(content).varint();
    }

    Message message() throws GraphException {
        return Message.of(content());
    }
}
