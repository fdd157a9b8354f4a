package nearside.storage.shelf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One folder on its way onto the shelf: filled under a name that nobody looks at, forced to the
/// disk, and only then given its own. Holds the shelf's lock until it is closed.
public final class Adoption implements AutoCloseable {
    private static final String ATTEMPT = ".adopt-";

    private final Path shelf;
    private final ShelfLock held;
    private final Path attempt;
    private final FileStore disk;

    private Adoption(Path shelf, ShelfLock held, Path attempt) throws IOException {
        this.shelf = shelf;
        this.held = held;
        this.attempt = attempt;
        disk = Files.getFileStore(attempt);
    }

    /// An empty one. What an earlier attempt left behind is nobody's, and goes.
    public static Adoption on(Path shelf) throws IOException {
        ownFolders(shelf);
        ShelfLock lock = ShelfLock.take(shelf);
        try {
            removeLeftovers(shelf);
            Path attempt = Files.createTempDirectory(shelf, ATTEMPT, rights(shelf, "rwx------"));
            return new Adoption(shelf, lock, attempt);
        } catch (IOException | RuntimeException unusable) {
            lock.close();
            throw unusable;
        }
    }

    /// Makes the shelf, and the profile around it, for their owner alone.
    public static void ownFolders(Path shelf) throws IOException {
        Files.createDirectories(shelf, rights(existing(shelf), "rwx------"));
    }

    /// The place itself, or the nearest folder around it that is there.
    public static Path existing(Path place) {
        Path around = place.getParent();
        return Files.exists(place) || around == null ? place : existing(around);
    }

    /// What a new file beside that path is made with, for its owner alone.
    public static FileAttribute<?>[] ownFile(Path beside) throws IOException {
        return rights(beside, "rw-------");
    }

    private static FileAttribute<?>[] rights(Path place, String rights) throws IOException {
        return Files.getFileStore(place).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
                }
                : new FileAttribute<?>[0];
    }

    /// Removes what earlier attempts left when they were cut off.
    static void removeLeftovers(Path shelf) throws IOException {
        try (Stream<Path> entries = Files.list(shelf)) {
            for (Path entry : entries.toList()) {
                String name = String.valueOf(entry.getFileName());
                if (name.startsWith(ATTEMPT) || name.startsWith(Farewell.GONE)) {
                    remove(entry);
                }
            }
        }
    }

    /// Where its files lie meanwhile.
    public Path folder() {
        return attempt;
    }

    /// Bytes that can still be written.
    public long freeBytes() throws IOException {
        return disk.getUsableSpace();
    }

    public void copy(Path source, List<String> files) throws IOException {
        for (String file : files) {
            copy(plain(source, file), file);
        }
    }

    /// Gives the files a second name here instead of copying them; empty when all have one.
    public Optional<Unlinked> link(Path source, List<String> files) throws IOException {
        for (String file : files) {
            Path there = plain(source, file);
            try {
                Files.createLink(here(file), there);
            } catch (UnsupportedOperationException never) {
                return Optional.of(new Unlinked(file, "this disk has no hard links"));
            } catch (FileSystemException refused) {
                return Optional.of(Unlinked.of(file, refused));
            }
        }
        return Optional.empty();
    }

    /// A new file of it, for its owner alone.
    public FileChannel create(String file) throws IOException {
        return FileChannel.open(
                here(file),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                ownFile(attempt));
    }

    /// Throws away all files but those.
    public void keepOnly(Collection<String> files) throws IOException {
        try (Stream<Path> entries = Files.list(attempt)) {
            for (Path entry : entries.toList()) {
                if (!files.contains(String.valueOf(entry.getFileName()))) {
                    remove(entry);
                }
            }
        }
    }

    /// Gives the folder the first of the names that is free.
    public Path settle(ShelfName name) throws IOException {
        force(attempt);
        Path adopted = place(shelf, attempt, name);
        force(shelf);
        return adopted;
    }

    /// Removes what was not settled.
    @Override
    public void close() throws IOException {
        try (held) {
            remove(attempt);
        }
    }

    private Path here(String file) throws IOException {
        Path path = attempt.resolve(file);
        if (!attempt.equals(path.getParent()) || !path.equals(path.normalize())) {
            throw new FileSystemException(file, null, "no name of a plain file");
        }
        return path;
    }

    private static Path plain(Path source, String file) throws IOException {
        Path path = source.resolve(file);
        boolean inside = source.equals(path.getParent()) && path.equals(path.normalize());
        if (!inside || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file, null, "no plain file of this folder");
        }
        return path;
    }

    private void copy(Path from, String to) throws IOException {
        try (FileChannel in =
                        FileChannel.open(
                                from, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                FileChannel out = create(to)) {
            long size = in.size();
            for (long done = 0; done < size; ) {
                long moved = in.transferTo(done, size - done, out);
                if (moved <= 0) {
                    throw new FileSystemException(from.toString(), null, "cut while it was read");
                }
                done += moved;
            }
            out.force(true);
        }
    }

    /// Moves a whole folder to the first of the names that is free.
    static Path place(Path shelf, Path attempt, ShelfName name) throws IOException {
        for (int number = 1; ; number++) {
            String tried = name.attempt(number);
            Path target = shelf.resolve(tried);
            if (!name.isTaken(tried) && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                return Files.move(attempt, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /// Windows has no such call for folders.
    static void force(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    }

    static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path entry : entries.toList()) {
                    remove(entry);
                }
            }
        }
        Files.deleteIfExists(folder);
    }
}
