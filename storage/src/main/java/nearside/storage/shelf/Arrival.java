package nearside.storage.shelf;

import nearside.storage.folder.FolderLock;
import nearside.storage.folder.Forced;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// A model that comes onto the shelf in pieces, over days if need be: under a name that nobody
/// looks at, what was verified apart from the rest. One process at a time.
public final class Arrival implements AutoCloseable {
    /// What the folder of an arrival is called before the model's own name.
    private static final String MARK = ".fetch-";

    private static final String PLAN = "plan";

    private final Path shelf;
    private final Path place;
    private final FolderLock held;

    private Arrival(Path shelf, Path place, FolderLock held) {
        this.shelf = shelf;
        this.place = place;
        this.held = held;
    }

    /// The arrival of that name; empty while another process has it.
    ///
    /// @param name plain characters, as they come from [ShelfName]
    public static Optional<Arrival> of(Path shelf, String name) throws IOException {
        Path place = shelf.resolve(MARK + name);
        Adoption.ownFolders(place);
        Optional<FolderLock> lock = FolderLock.take(place);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        Arrival arrival = new Arrival(shelf, place, lock.get());
        Adoption.ownFolders(arrival.parts());
        Adoption.ownFolders(arrival.folder());
        return Optional.of(arrival);
    }

    /// The names of all that did not arrive whole, in their order.
    public static Stream<String> names(Path shelf) throws IOException {
        try (Stream<Path> entries = Files.list(shelf)) {
            return entries
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.startsWith(MARK))
                    .map(name -> name.substring(MARK.length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /// The room that what is here of one takes.
    public static Footprint room(Path shelf, String name) {
        return Footprint.of(shelf.resolve(MARK + name));
    }

    private Path parts() {
        return place.resolve("parts");
    }

    /// Where the verified files lie.
    public Path folder() {
        return place.resolve("model");
    }

    /// What its owner kept about it; empty for nothing.
    public Optional<byte[]> plan() throws IOException {
        try {
            return Optional.of(Files.readAllBytes(place.resolve(PLAN)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /// Keeps what its owner has to know to go on.
    public void keep(byte[] plan) throws IOException {
        Forced.replace(place.resolve(PLAN), plan);
    }

    /// Whether that file is here whole and verified.
    public boolean has(String file, long size) throws IOException {
        Path path = folder().resolve(file);
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) == size;
    }

    /// The file, with the blocks that are here of it.
    public ArrivingFile open(String file, long size) throws IOException {
        return ArrivingFile.open(parts(), folder().resolve(file), size);
    }

    /// Bytes that can still be written.
    public long freeBytes() throws IOException {
        return Files.getFileStore(place).getUsableSpace();
    }

    /// Forgets what is here of a file.
    public void drop(String file) throws IOException {
        Files.deleteIfExists(folder().resolve(file));
        Files.deleteIfExists(ArrivingFile.part(parts(), file));
        Files.deleteIfExists(ArrivingFile.blocks(parts(), file));
    }

    /// Puts a small file of this program's own beside the verified ones.
    public void enclose(String file, byte[] content) throws IOException {
        Forced.replace(folder().resolve(file), content);
    }

    /// The name under which it is wanted.
    public String name() {
        return String.valueOf(place.getFileName()).substring(MARK.length());
    }

    /// Puts the verified files in the place of the model of that name, which goes, and whose files
    /// stay with whoever has them open; the arrival is over. Empty where the system does not let
    /// that one go, as Windows while a process uses it: nothing was changed.
    public Optional<Path> replace() throws IOException {
        Adoption.force(folder());
        Path old = shelf.resolve(name());
        Path gone = shelf.resolve(Farewell.GONE + UUID.randomUUID());
        try (ShelfLock _ = ShelfLock.take(shelf)) {
            try {
                Files.move(old, gone, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException kept) {
                return Optional.empty();
            }
            try {
                Files.move(folder(), old, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException refused) {
                Files.move(gone, old, StandardCopyOption.ATOMIC_MOVE);
                throw refused;
            }
            Adoption.force(shelf);
            Adoption.remove(gone);
        }
        discard();
        return Optional.of(old);
    }

    /// Gives the verified files their place on the shelf, all at once, under the arrival's name or
    /// that name with a number behind it; the arrival is over.
    public Path settle(Set<String> taken) throws IOException {
        Adoption.force(folder());
        Path settled = Adoption.place(shelf, folder(), ShelfName.of(Path.of(name()), taken));
        Adoption.force(shelf);
        discard();
        return settled;
    }

    /// Gives up all that is here; the arrival is over.
    public void discard() throws IOException {
        held.close();
        Adoption.remove(place);
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
