package nearside.storage.shelf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The lock of a shelf: one thread of this process, one process of this machine. Who wants it
/// waits.
final class ShelfLock implements AutoCloseable {
    private static final String FILE = ".lock";

    /// A process that closes any channel to the file loses its lock, so that only the holder may
    /// have one open.
    private static final ReentrantLock HERE = new ReentrantLock();

    private final FileChannel channel;

    private ShelfLock(FileChannel channel) {
        this.channel = channel;
    }

    static ShelfLock take(Path shelf) throws IOException {
        HERE.lock();
        Optional<ShelfLock> taken = Optional.empty();
        try {
            taken = Optional.of(new ShelfLock(locked(shelf)));
            return taken.get();
        } finally {
            if (taken.isEmpty()) {
                HERE.unlock();
            }
        }
    }

    private static FileChannel locked(Path shelf) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        shelf.resolve(FILE),
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                LinkOption.NOFOLLOW_LINKS),
                        Adoption.ownFile(shelf));
        try {
            var _ = channel.lock();
            return channel;
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HERE.unlock();
        }
    }
}
