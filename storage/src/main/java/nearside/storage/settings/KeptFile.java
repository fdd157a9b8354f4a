package nearside.storage.settings;

import nearside.storage.folder.Forced;
import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;

/// A small text file that is replaced whole and keeps its previous version beside it.
public final class KeptFile {
    private static final long LONGEST_BYTES = 1 << 20;

    /// One change at a time in this process: a file lock is only for others. Changes are rare, so
    /// that one lock serves all files.
    private static final ReentrantLock CHANGING = new ReentrantLock();

    private final Path file;
    private final Path previous;
    private final Path lock;

    public KeptFile(Path file) {
        this.file = file;
        this.previous = file.resolveSibling(file.getFileName() + ".previous");
        this.lock = file.resolveSibling(file.getFileName() + ".lock");
    }

    /// What the parser makes of the file, or of the previous version when it makes nothing of that.
    public <T> Optional<T> read(Function<String, Optional<T>> parser) {
        return Stream.of(file, previous)
                .flatMap(it -> text(it).flatMap(parser).stream())
                .findFirst();
    }

    /// Replaces the text while no other process does. The change gets what the parser makes of the
    /// file; a file of which it makes nothing does not become the previous version.
    public <T> T change(
            Function<String, Optional<T>> parser,
            Function<Optional<T>, T> change,
            Function<T, String> writer)
            throws IOException {
        CHANGING.lock();
        try {
            OwnerOnly.file(lock);
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
                channel.lock();
                T next = change.apply(read(parser));
                replace(
                        text(file).filter(old -> parser.apply(old).isPresent()),
                        writer.apply(next));
                return next;
            }
        } finally {
            CHANGING.unlock();
        }
    }

    private void replace(Optional<String> old, String next) throws IOException {
        if (old.isPresent()) {
            Forced.replace(previous, old.get());
        }
        Forced.replace(file, next);
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.size(file) <= LONGEST_BYTES
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
