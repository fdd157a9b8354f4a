package nearside.storage.salvage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A file that is only read, whatever state its disk is in: a sector that cannot be read is zeros.
final class RawFile implements AutoCloseable {
    private final Optional<FileChannel> channel;
    private final long bytes;

    private RawFile(Optional<FileChannel> channel, long bytes) {
        this.channel = channel;
        this.bytes = bytes;
    }

    /// A file that is not there has no bytes.
    static RawFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new RawFile(Optional.empty(), 0);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new RawFile(Optional.of(channel), channel.size());
    }

    long bytes() {
        return bytes;
    }

    /// As many bytes as there are from there on, up to that count.
    ByteBuffer read(long offset, int count) {
        int there = Math.clamp(bytes - offset, 0, count);
        ByteBuffer read = ByteBuffer.allocate(there);
        fill(offset, read);
        return read.position(0).limit(there);
    }

    /// What was read, from its beginning.
    static byte[] bytes(ByteBuffer read) {
        byte[] bytes = new byte[read.limit()];
        read.get(0, bytes);
        return bytes;
    }

    /// A page; what the file lacks of it is zeros.
    byte[] page(long offset, int count) {
        ByteBuffer page = ByteBuffer.allocate(count);
        fill(offset, page);
        return page.array();
    }

    private void fill(long offset, ByteBuffer into) {
        try {
            while (channel.isPresent() && into.hasRemaining()) {
                if (channel.get().read(into, offset + into.position()) < 0) {
                    return;
                }
            }
        } catch (IOException unreadable) {
            // What was read stays; the rest of the buffer is zeros as it was made.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
    }
}
