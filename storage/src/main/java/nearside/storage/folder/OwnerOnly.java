package nearside.storage.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Takes the rights on a file from everybody but its owner. On Windows the folder of the person
/// already does that.
public final class OwnerOnly {
    private OwnerOnly() {}

    /// Makes the file when there is none.
    public static void file(Path file) throws IOException {
        if (Files.notExists(file)) {
            make(file);
            Forced.name(file);
        }
        set(file, "rw-------");
    }

    /// Another process may be the first to make it.
    private static void make(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException made) {
            return;
        }
    }

    /// Makes the folder when there is none. A folder that somebody filled before is left as it is:
    /// it may be shared on purpose, and our files in it are closed one by one.
    public static void folder(Path folder, String mark) throws IOException {
        boolean ours =
                Files.notExists(folder) || Files.exists(folder.resolve(mark)) || empty(folder);
        Files.createDirectories(folder);
        if (ours) {
            set(folder, "rwx------");
            Forced.name(folder);
        }
    }

    private static boolean empty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void set(Path path, String rights) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(rights));
        }
    }
}
