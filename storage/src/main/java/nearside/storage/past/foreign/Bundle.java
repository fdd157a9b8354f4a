package nearside.storage.past.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Several files under one name: a folder or a zip archive. Nothing of it is unpacked to the disk.
interface Bundle extends AutoCloseable {
    /// Steps are separated by `/`; sorted.
    List<String> names();

    InputStream open(String name) throws IOException;

    @Override
    void close() throws IOException;

    /// More files than are looked at.
    final class TooMany extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// More bytes come out of it than are taken.
    final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// The plain files below a folder; links are not followed.
    static Bundle folder(Path root, Limits limits) throws IOException {
        List<String> names = new ArrayList<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile()) {
                            names.add(root.relativize(file).toString().replace('\\', '/'));
                        }
                        if (names.size() > limits.files()) {
                            throw new TooMany();
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        Collections.sort(names);
        return new Folder(root, names);
    }

    /// A folder.
    record Folder(Path root, List<String> names) implements Bundle {
        @Override
        public InputStream open(String name) throws IOException {
            return Files.newInputStream(root.resolve(name));
        }

        @Override
        public void close() {}
    }

    static Bundle zip(Path file, Limits limits) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        if (zip.size() > limits.files()) {
            zip.close();
            throw new TooMany();
        }
        return new Zip(zip, limits.archiveBytes());
    }

    /// A zip archive; what comes out of it, not what it says, is counted over all its files.
    final class Zip implements Bundle {
        private final ZipFile zip;
        private long left;

        Zip(ZipFile zip, long most) {
            this.zip = zip;
            this.left = most;
        }

        @Override
        public List<String> names() {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .distinct()
                    .sorted()
                    .toList();
        }

        @Override
        public InputStream open(String name) throws IOException {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new UncheckedIOException(new IOException("no entry " + name));
            }
            verify(entry);
            return zip.getInputStream(entry);
        }

        /// Reads it once for nothing: what was damaged inflates to something else without a word.
        private void verify(ZipEntry entry) throws IOException {
            CRC32 sum = new CRC32();
            byte[] bytes = new byte[1 << 16];
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    sum.update(bytes, 0, read);
                    left -= read;
                    if (left < 0) {
                        throw new TooLarge();
                    }
                }
            }
            if (sum.getValue() != entry.getCrc()) {
                throw new ZipException("damaged");
            }
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
