package nearside.hubside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// Bytes that can be sent, wherever they lie.
public sealed interface Content {
    /// The most that one step reads into memory.
    int STEP = 1 << 16;

    static Content of(byte[] bytes) {
        return new InMemory(bytes);
    }

    static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Content of(Path file) throws IOException {
        return new OnDisk(file, Files.size(file));
    }

    long size();

    /// A part of them; it has to lie inside.
    byte[] read(long from, int count) throws IOException;

    /// Writes a beginning of that part, and says how long it was.
    default long step(long from, long count, WritableByteChannel to) throws IOException {
        return to.write(ByteBuffer.wrap(read(from, (int) Math.min(count, STEP))));
    }

    /// Bytes that are held.
    final class InMemory implements Content {
        private final byte[] bytes;

        private InMemory(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte[] read(long from, int count) {
            return Arrays.copyOfRange(bytes, (int) from, (int) from + count);
        }
    }

    /// A file. It goes from the disk to the socket without being read.
    ///
    /// @param size when it was first looked at
    record OnDisk(Path file, long size) implements Content {
        private static final long MOST = 4L << 20;

        @Override
        public byte[] read(long from, int count) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(count);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                while (bytes.hasRemaining()) {
                    if (channel.read(bytes, from + bytes.position()) < 0) {
                        throw new IOException(file + " was cut");
                    }
                }
            }
            return bytes.array();
        }

        @Override
        public long step(long from, long count, WritableByteChannel to) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                long sent = channel.transferTo(from, Math.min(count, MOST), to);
                if (sent == 0 && channel.size() <= from) {
                    throw new IOException(file + " was cut");
                }
                return sent;
            }
        }
    }

    /// The same bytes but for some, whose bits are turned.
    ///
    /// @param from the first of them
    /// @param count how many
    record Turned(Content right, long from, long count) implements Content {
        /// All of them are wrong.
        static Turned all(Content right) {
            return new Turned(right, 0, right.size());
        }

        @Override
        public long size() {
            return right.size();
        }

        @Override
        public byte[] read(long first, int length) throws IOException {
            byte[] bytes = right.read(first, length);
            int start = (int) Math.clamp(from - first, 0L, length);
            int end = (int) Math.clamp(from + count - first, 0L, length);
            for (int i = start; i < end; i++) {
                bytes[i] ^= 0x55;
            }
            return bytes;
        }
    }
}
