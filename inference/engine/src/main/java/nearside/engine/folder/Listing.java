package nearside.engine.folder;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The entries of a folder, each looked at without following links and before any is opened.
final class Listing {
    private static final int MOST_ENTRIES = 10_000;
    private static final long FOLDER = -1;

    private final Path folder;
    private final SortedMap<String, Long> sizes;

    private Listing(Path folder, SortedMap<String, Long> sizes) {
        this.folder = folder;
        this.sizes = sizes;
    }

    static Listing of(Path folder) throws Flawed {
        try {
            if (Files.isSymbolicLink(folder)) {
                throw new Flawed(new FolderFlaw.NotAPlainFile(name(folder)));
            }
            return new Listing(folder, sizes(folder));
        } catch (IOException | DirectoryIteratorException unreadable) {
            throw new Flawed(new FolderFlaw.NotAFolder());
        }
    }

    private static SortedMap<String, Long> sizes(Path folder) throws IOException, Flawed {
        SortedMap<String, Long> sizes = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (sizes.size() == MOST_ENTRIES) {
                    throw new Flawed(
                            new FolderFlaw.Unsupported(
                                    "a folder of more than " + MOST_ENTRIES + " entries"));
                }
                sizes.put(name(entry), sizeOf(entry));
            }
        }
        return sizes;
    }

    private static long sizeOf(Path entry) throws IOException, Flawed {
        BasicFileAttributes found =
                Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isRegularFile()) {
            return found.size();
        }
        if (found.isDirectory()) {
            return FOLDER;
        }
        throw new Flawed(new FolderFlaw.NotAPlainFile(name(entry)));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    boolean has(String file) {
        return sizes.containsKey(file);
    }

    Collection<String> names() {
        return sizes.keySet();
    }

    /// The size of a plain file that has to be there.
    long size(String file) throws Flawed {
        Long size = sizes.get(file);
        if (size == null) {
            throw new Flawed(new FolderFlaw.Missing(file));
        }
        if (size == FOLDER) {
            throw new Flawed(new FolderFlaw.NotAPlainFile(file));
        }
        return size;
    }

    /// The same, for a file that may not be larger than so many bytes.
    long size(String file, long most) throws Flawed {
        long size = size(file);
        if (size > most) {
            throw new Flawed(
                    new FolderFlaw.WrongValue(
                            file, "size", "at most " + most + " bytes", size + " bytes"));
        }
        return size;
    }

    SeekableByteChannel open(String file) throws IOException {
        return Files.newByteChannel(
                folder.resolve(file), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }
}
