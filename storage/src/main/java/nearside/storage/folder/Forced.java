package nearside.storage.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes that are on the disk, not only in its cache, when the call returns.
public final class Forced {
    private Forced() {}

    /// Puts the text where the file is, whole or not at all.
    public static void replace(Path file, String text) throws IOException {
        replace(file, StandardCharsets.UTF_8.encode(text));
    }

    /// Puts the bytes where the file is, whole or not at all.
    public static void replace(Path file, byte[] bytes) throws IOException {
        replace(file, ByteBuffer.wrap(bytes));
    }

    private static void replace(Path file, ByteBuffer bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        OwnerOnly.file(fresh);
        write(fresh, bytes);
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        name(file);
    }

    /// Makes the name of a new file or folder safe, which it is only after the folder around it is
    /// forced. Windows has no such call, and some folders (`/home`) may not be opened.
    public static void name(Path fresh) throws IOException {
        Path around = fresh.toAbsolutePath().getParent();
        if (around != null && Files.getFileStore(around).supportsFileAttributeView("posix")) {
            try (FileChannel channel = FileChannel.open(around)) {
                channel.force(true);
            } catch (AccessDeniedException notOurs) {
                return;
            }
        }
    }

    private static void write(Path file, ByteBuffer bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
