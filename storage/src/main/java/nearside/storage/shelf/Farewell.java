package nearside.storage.shelf;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// What came of taking a model off the shelf.
public sealed interface Farewell {
    /// What a folder is called once it is no model any more.
    String GONE = ".gone-";

    /// It is deleted.
    ///
    /// @param room what it took until then
    record Gone(Footprint room) implements Farewell {}

    /// The system does not let it go, and nothing was changed: on Windows, as long as a process
    /// uses its files.
    record Held(String problem) implements Farewell {}

    /// Renames the folder, then deletes it.
    static Farewell of(Path shelf, String name) throws IOException {
        Path folder = shelf.resolve(name);
        boolean onShelf = shelf.equals(folder.getParent()) && folder.equals(folder.normalize());
        if (!onShelf
                || name.startsWith(".")
                || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(folder.toString());
        }
        try (ShelfLock _ = ShelfLock.take(shelf)) {
            Adoption.removeLeftovers(shelf);
            Footprint room = Footprint.of(folder);
            Path gone = shelf.resolve(GONE + UUID.randomUUID());
            try {
                Files.move(folder, gone, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException held) {
                return new Held(String.valueOf(held.getMessage()));
            }
            Adoption.force(shelf);
            Adoption.remove(gone);
            return new Gone(room);
        }
    }
}
