package nearside.engine.local;

import nearside.engine.TokenIds;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The bytes of one frame while it is being read: every length is checked before it is believed.
final class Incoming {
    private final ByteBuffer bytes;

    Incoming(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    int kind() throws FrameException {
        return need(1).get() & 0xFF;
    }

    int number() throws FrameException {
        return need(Integer.BYTES).getInt();
    }

    long longNumber() throws FrameException {
        return need(Long.BYTES).getLong();
    }

    double real() throws FrameException {
        return need(Double.BYTES).getDouble();
    }

    <E extends Enum<E>> E choice(E[] choices) throws FrameException {
        String name = text();
        for (E choice : choices) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        throw new FrameException("a choice of " + choices.length + " that is none of them");
    }

    String text() throws FrameException {
        int length = count(1);
        ByteBuffer utf8 = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return WireText.text(utf8);
    }

    byte[] bytes() throws FrameException {
        byte[] content = new byte[count(1)];
        bytes.get(content);
        return content;
    }

    TokenIds ids() throws FrameException {
        int[] ids = new int[count(Integer.BYTES)];
        bytes.asIntBuffer().get(ids);
        bytes.position(bytes.position() + ids.length * Integer.BYTES);
        return TokenIds.of(ids);
    }

    OptionalInt maybeNumber() throws FrameException {
        boolean present = flag();
        int number = number();
        return present ? OptionalInt.of(number) : OptionalInt.empty();
    }

    OptionalLong maybeLong() throws FrameException {
        boolean present = flag();
        long number = longNumber();
        return present ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /// A count of items that must still lie in this frame.
    int count(int bytesEach) throws FrameException {
        int count = number();
        if (count < 0 || (long) count * bytesEach > bytes.remaining()) {
            throw new FrameException(
                    count + " items announced, " + bytes.remaining() + " bytes left");
        }
        return count;
    }

    void end() throws FrameException {
        if (bytes.hasRemaining()) {
            throw new FrameException(bytes.remaining() + " bytes too many");
        }
    }

    private boolean flag() throws FrameException {
        int flag = kind();
        if (flag > 1) {
            throw new FrameException("flag " + flag);
        }
        return flag == 1;
    }

    private ByteBuffer need(int count) throws FrameException {
        if (bytes.remaining() < count) {
            throw new FrameException(
                    count + " bytes expected, " + bytes.remaining() + " bytes left");
        }
        return bytes;
    }
}
