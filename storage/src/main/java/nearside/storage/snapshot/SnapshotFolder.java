package nearside.storage.snapshot;

import nearside.storage.folder.OwnerOnly;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The files of a folder, within a bound of bytes: the least recently used leaves first. Used by
/// one thread at a time.
public final class SnapshotFolder {
    /// And no more than this part of what would be free without them.
    private static final int PART_OF_FREE = 10;

    private static final String SUFFIX = ".kv";

    private final Path folder;
    private final long mostBytes;
    private final List<SnapshotFile> files = new ArrayList<>(); // the most recently used last

    /// Opens nothing yet.
    public SnapshotFolder(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /// Finds what is there, and deletes what is of no use: what is unfinished, of another format or
    /// another key, or of none of these conversations.
    public void look(Names names, Set<String> conversationNames) {
        if (Files.notExists(folder)) {
            return;
        }
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, "*" + SUFFIX + "{," + Growth.UNFINISHED + "}")) {
            for (Path entry : entries) {
                take(entry, names, conversationNames);
            }
        } catch (IOException unreadable) {
            files.clear();
        }
        files.sort(Comparator.comparing(SnapshotFolder::lastUsed));
    }

    private void take(Path entry, Names names, Set<String> conversationNames) throws IOException {
        Optional<SnapshotFile> file =
                entry.toString().endsWith(SUFFIX)
                        ? SnapshotFile.at(entry, names)
                        : Optional.empty();
        if (file.isPresent() && file.get().isInAny(conversationNames)) {
            files.add(file.get());
        } else {
            Files.deleteIfExists(entry);
        }
    }

    private static FileTime lastUsed(SnapshotFile file) {
        try {
            return Files.getLastModifiedTime(file.path());
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    /// All files, the most recently used last.
    public List<SnapshotFile> files() {
        return List.copyOf(files);
    }

    /// Where a new file may be written, once there is room.
    public Path fresh() {
        return folder.resolve(UUID.randomUUID() + SUFFIX);
    }

    /// Lets the least recently used ones go until so many bytes more are within the bound, in a
    /// folder that is there.
    ///
    /// @param kept stays in any case
    /// @return whether there is room
    public boolean makeRoom(long more, Optional<SnapshotFile> kept) {
        long bound = bound();
        if (more + kept.map(SnapshotFile::bytes).orElse(0L) > bound) {
            return false;
        }
        for (SnapshotFile file : files()) {
            if (bytes() + more > bound && !kept.equals(Optional.of(file))) {
                drop(file);
            }
        }
        return true;
    }

    private long bound() {
        try {
            OwnerOnly.folder(folder.resolveSibling("."), folder.getFileName().toString());
            OwnerOnly.folder(folder, SUFFIX);
            long free = Files.getFileStore(folder).getUsableSpace() + bytes();
            return Math.min(mostBytes, free / PART_OF_FREE);
        } catch (IOException unknown) {
            return 0;
        }
    }

    /// What all files take.
    public long bytes() {
        return files.stream().mapToLong(SnapshotFile::bytes).sum();
    }

    /// Notes that it was read or written just now.
    public void use(SnapshotFile file) {
        files.remove(file);
        files.add(file);
        try {
            Files.setLastModifiedTime(file.path(), FileTime.from(Instant.now()));
        } catch (IOException gone) {
            drop(file);
        }
    }

    /// Deletes it.
    public void drop(SnapshotFile file) {
        files.remove(file);
        try {
            file.delete();
        } catch (IOException stays) {
            // It is looked at again when the program starts the next time.
            return;
        }
    }
}
