package nearside.storage.shelf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One folder on its way onto the shelf: copied under a name that nobody looks at, forced to the
/// disk, and only then given its own. Holds the shelf's lock meanwhile.
public final class Adoption {
    private static final String ATTEMPT = ".adopt-";

    private final Path shelf;

    public Adoption(Path shelf, FileLock held) {
        if (!held.isValid()) {
            throw new IllegalStateException("the shelf is not locked");
        }
        this.shelf = shelf;
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
    public static void removeLeftovers(Path shelf) throws IOException {
        try (Stream<Path> entries = Files.list(shelf)) {
            for (Path entry : entries.toList()) {
                if (String.valueOf(entry.getFileName()).startsWith(ATTEMPT)) {
                    remove(entry);
                }
            }
        }
    }

    public Path adopt(Path source, List<String> files, ShelfName name) throws IOException {
        Path attempt = Files.createTempDirectory(shelf, ATTEMPT, rights(shelf, "rwx------"));
        try {
            for (String file : files) {
                copy(plain(source, file), attempt.resolve(file));
            }
            force(attempt);
            Path adopted = place(shelf, attempt, name);
            force(shelf);
            return adopted;
        } finally {
            remove(attempt);
        }
    }

    private static Path plain(Path source, String file) throws IOException {
        Path path = source.resolve(file);
        boolean inside = source.equals(path.getParent()) && path.equals(path.normalize());
        if (!inside || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file, null, "no plain file of this folder");
        }
        return path;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (FileChannel in =
                        FileChannel.open(
                                from, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                FileChannel out =
                        FileChannel.open(
                                to,
                                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                ownFile(to.resolveSibling(".")))) {
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
