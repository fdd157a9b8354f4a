package nearside.packaging.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A jar on its way into the folder.
public record Jar(Path file) {
    private static final List<String> NATIVE_ENDINGS =
            List.of(".so", ".dll", ".dylib", ".jnilib", ".a");

    /// The time that every jar of the folder carries. The AOT cache knows jars by size and time,
    /// and packagers write times of their own unless all are the same.
    public static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    /// Whether an entry is native code or the debug symbols of some.
    public static boolean isNative(String entry) {
        return entry.contains(".dSYM/") || NATIVE_ENDINGS.stream().anyMatch(entry::endsWith);
    }

    /// Writes the jar without native code; what it holds for other systems goes too.
    public void copyStripped(Path target) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.stream().map(ZipEntry::getName).noneMatch(Jar::isNative)) {
                Files.copy(file, target);
            } else {
                writeStripped(zip, target);
            }
        }
        Files.setLastModifiedTime(target, FileTime.from(TIME));
    }

    private static void writeStripped(ZipFile zip, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream stripped = new ZipOutputStream(out)) {
            for (ZipEntry entry : entries(zip, name -> !isNative(name))) {
                copyEntry(zip, entry, stripped);
            }
        }
    }

    /// Unpacks one library's files below a folder.
    public void stage(NativeLibrary library, Path natives) throws IOException {
        if (!library.isIn(file)) {
            return;
        }
        Path place = Files.createDirectories(natives.resolve(library.place()));
        unpack(name -> library.holds(name) && isNative(name), place);
    }

    /// Unpacks chosen entries into one folder, by their last names.
    public void unpack(Predicate<String> wanted, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : entries(zip, wanted)) {
                Path target = folder.resolve(entry.getName().replaceAll(".*/", ""));
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /// A value of a properties file inside the jar.
    public Optional<String> property(String entry, String key) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry found = zip.getEntry(entry);
            if (found == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(zip.getInputStream(found));
            return Optional.ofNullable(properties.getProperty(key));
        }
    }

    private static List<? extends ZipEntry> entries(ZipFile zip, Predicate<String> wanted) {
        return zip.stream()
                .filter(entry -> !entry.isDirectory() && wanted.test(entry.getName()))
                .toList();
    }

    private static void copyEntry(ZipFile zip, ZipEntry entry, ZipOutputStream out)
            throws IOException {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        try (InputStream in = zip.getInputStream(entry)) {
            in.transferTo(out);
        }
        out.closeEntry();
    }
}
