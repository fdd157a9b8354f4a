package nearside.storage;

import nearside.storage.shelf.Adoption;
import nearside.storage.shelf.Arrival;
import nearside.storage.shelf.Farewell;
import nearside.storage.shelf.Footprint;
import nearside.storage.shelf.ShelfName;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The imported models of a profile: one folder each under `models`. Works without the profile's
/// lock.
public final class ModelShelf {
    private final Path shelf;

    public ModelShelf(Path profile) {
        this.shelf = profile.toAbsolutePath().normalize().resolve("models");
    }

    /// The folders that lie on the shelf, by name.
    public List<Path> folders() {
        if (!Files.isDirectory(shelf)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(shelf)) {
            return entries.filter(ModelShelf::isModel).sorted().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new StorageException(new StorageFailure.Denied(shelf), unreadable);
        }
    }

    private static boolean isModel(Path entry) {
        boolean hidden = String.valueOf(entry.getFileName()).startsWith(".");
        return !hidden && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    /// Bytes that can still be written where the shelf is.
    public long freeBytes() throws IOException {
        return Files.getFileStore(Adoption.existing(shelf)).getUsableSpace();
    }

    /// Copies the named files of a folder onto the shelf, under its own name or that name with a
    /// number behind it. Nothing half-copied ever bears the final name.
    public Path adopt(Path source, List<String> files) throws IOException {
        return adopt(source, files, Set.of());
    }

    /// The same, under a name that is none of those.
    public Path adopt(Path source, List<String> files, Set<String> taken) throws IOException {
        try (Adoption adoption = adopt()) {
            adoption.copy(source, files);
            return adoption.settle(ShelfName.of(source, taken));
        }
    }

    /// A folder on its way onto the shelf. One at a time: the next one waits.
    public Adoption adopt() throws IOException {
        return Adoption.on(shelf);
    }

    /// Takes a model off the shelf and deletes it. Whatever happens meanwhile, no part of it keeps
    /// its name.
    public Farewell remove(String name) throws IOException {
        return Farewell.of(shelf, name);
    }

    /// A model that comes in pieces; empty while another process brings the same one.
    ///
    /// @param name plain characters: the name that it will have
    public Optional<Arrival> arrive(String name) throws IOException {
        Adoption.ownFolders(shelf);
        return Arrival.of(shelf, name);
    }

    /// The room that what is here of an arrival takes.
    public Footprint arrivalRoom(String name) {
        return Arrival.room(shelf, name);
    }

    /// The names of all that was begun and did not arrive whole.
    public List<String> arrivals() throws IOException {
        return Files.isDirectory(shelf) ? Arrival.names(shelf).toList() : List.of();
    }
}
