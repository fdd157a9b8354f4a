package nearside.storage.shelf;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// The room that a folder takes on the disk.
///
/// @param bytes of all its files
/// @param freedBytes of those that nothing else names: what deleting the folder gives back
public record Footprint(long bytes, long freedBytes) {
    public Footprint {
        if (freedBytes < 0 || bytes < freedBytes) {
            throw new IllegalArgumentException("no room: " + bytes + " " + freedBytes);
        }
    }

    /// As far as the folder can be read: what is gone takes no room.
    public static Footprint of(Path folder) {
        Tally tally = new Tally();
        try {
            Files.walkFileTree(folder, tally);
        } catch (IOException cut) {
            return tally.soFar();
        }
        return tally.soFar();
    }

    private static final class Tally extends SimpleFileVisitor<Path> {
        private long bytes;
        private long freedBytes;

        Footprint soFar() {
            return new Footprint(bytes, freedBytes);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (attributes.isRegularFile()) {
                bytes += attributes.size();
                freedBytes += isAlone(file) ? attributes.size() : 0;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        /// Where the system does not count names, each file counts as the only one.
        private static boolean isAlone(Path file) throws IOException {
            return !file.getFileSystem().supportedFileAttributeViews().contains("unix")
                    || (Integer) Files.getAttribute(file, "unix:nlink") < 2;
        }
    }
}
