package nearside.packaging.layout;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Whole folders: removed, copied, linked.
public final class Trees {
    private static final CopyOption[] AS_IT_IS = {
        StandardCopyOption.COPY_ATTRIBUTES,
        StandardCopyOption.REPLACE_EXISTING,
        LinkOption.NOFOLLOW_LINKS
    };

    private Trees() {}

    /// Removes a folder with all it holds; nothing happens when it is not there.
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path path : within(folder, Comparator.reverseOrder())) {
            Files.delete(path);
        }
    }

    /// Copies a folder with times and permissions.
    public static void copy(Path from, Path to) throws IOException {
        for (Path path : within(from, Comparator.naturalOrder())) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target, AS_IT_IS);
            }
        }
    }

    /// Gives every file of a folder a second name in another one; copies where the disk cannot.
    public static void link(Path from, Path to) throws IOException {
        Trees.remove(to);
        for (Path path : within(from, Comparator.naturalOrder())) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                linkFile(path, target);
            }
        }
    }

    private static void linkFile(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException otherDisk) {
            Files.copy(file, target, AS_IT_IS);
        }
    }

    private static List<Path> within(Path folder, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(order).toList();
        }
    }
}
