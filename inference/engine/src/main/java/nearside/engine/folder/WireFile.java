package nearside.engine.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/// The bytes of an ONNX file through a small window, so that a graph of any size is read without a
/// copy of it. Used by one thread.
final class WireFile {
    private static final int WINDOW = 1 << 16;

    private final String name;
    private final SeekableByteChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long start;

    WireFile(String name, SeekableByteChannel channel, long size) {
        this.name = name;
        this.channel = channel;
        this.size = size;
    }

    /// The whole file as one message.
    WireMessage root() {
        return new WireMessage(this, 0, size);
    }

    boolean isEnd(long position) {
        return position == size;
    }

    int byteAt(long position) throws Flawed {
        if (position < start || position >= start + window.limit()) {
            move(position);
        }
        return Byte.toUnsignedInt(window.get((int) (position - start)));
    }

    private void move(long position) throws Flawed {
        try {
            channel.position(position);
            window.clear();
            while (window.hasRemaining() && channel.read(window) > 0) {}
        } catch (IOException unreadable) {
            throw notOnnx("it cannot be read");
        }
        window.flip();
        start = position;
        if (window.limit() == 0) {
            throw cut(position + 1);
        }
    }

    /// The file ends before the byte that its contents reach to.
    Flawed cut(long expected) {
        return new Flawed(new FolderFlaw.Cut(name, expected, size));
    }

    Flawed notOnnx(String problem) {
        return new Flawed(new FolderFlaw.NotOnnx(name, problem));
    }
}
