package nearside.storage;

import nearside.storage.folder.FolderLock;
import nearside.storage.folder.OwnerOnly;
import nearside.storage.snapshot.Growth;
import nearside.storage.snapshot.Growth.Content;
import nearside.storage.snapshot.Keys;
import nearside.storage.snapshot.Names;
import nearside.storage.snapshot.SnapshotFile;
import nearside.storage.snapshot.WarmUp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import javax.crypto.AEADBadTagException;

/// What models have read of conversations, sealed, in the `cache` folder of a profile: within a
/// bound of bytes, the least recently used leaves first. Losing any of it costs time, nothing else,
/// so what is damaged, foreign or cannot be written is deleted without a word. Used by one thread.
public final class KvSnapshots implements AutoCloseable {
    /// What all files may take together, if no bound is given.
    static final long MOST_BYTES = 4L << 30;

    /// And no more than this part of what would be free without them.
    private static final int PART_OF_FREE = 10;

    private static final String NAME = "kv-snapshots";
    private static final String LOCK = "lock";
    private static final String SUFFIX = ".kv";

    private final Path folder;
    private final FolderLock lock;
    private final long mostBytes;
    private final Keys keys;
    private final Names names;
    private final List<SnapshotFile> files = new ArrayList<>(); // the most recently used last

    /// What a snapshot is of.
    ///
    /// @param place where the model lies
    /// @param kind all that keys and values depend on
    public record Model(String place, String kind) {}

    /// A conversation: its lines as bytes, and how many of them stood in each prompt that was
    /// asked.
    public record Asked(List<byte[]> lines, List<Integer> prompts) {
        public Asked {
            lines = List.copyOf(lines);
            prompts = List.copyOf(prompts);
        }
    }

    private KvSnapshots(Path folder, FolderLock lock, SnapshotKey key, long mostBytes) {
        this.folder = folder;
        this.lock = lock;
        this.mostBytes = mostBytes;
        this.keys = new Keys(key.secret());
        this.names = new Names(keys);
    }

    /// Empty when another process has them open, or when the folder cannot be used.
    public static Optional<KvSnapshots> open(Path profile, SnapshotKey key) {
        return open(profile, key, MOST_BYTES);
    }

    /// The same within another bound.
    public static Optional<KvSnapshots> open(Path profile, SnapshotKey key, long mostBytes) {
        Path cache = profile.resolve("cache");
        Path folder = cache.resolve(NAME);
        try {
            OwnerOnly.folder(profile, Store.FILE);
            OwnerOnly.folder(cache, NAME);
            OwnerOnly.folder(folder, LOCK);
            Optional<KvSnapshots> opened =
                    FolderLock.take(folder)
                            .map(lock -> new KvSnapshots(folder, lock, key, mostBytes));
            opened.ifPresent(KvSnapshots::look);
            return opened;
        } catch (IOException refused) {
            return Optional.empty();
        }
    }

    /// Finds what is there, and deletes what is of no use with this key.
    private void look() {
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, "*" + SUFFIX + "{," + Growth.UNFINISHED + "}")) {
            for (Path entry : entries) {
                take(entry);
            }
        } catch (IOException unreadable) {
            files.clear();
        }
        files.sort(Comparator.comparing(this::lastUsed));
        if (!files.isEmpty()) {
            WarmUp.begin();
        }
    }

    private void take(Path entry) throws IOException {
        Optional<SnapshotFile> file =
                entry.toString().endsWith(SUFFIX)
                        ? SnapshotFile.at(entry, names)
                        : Optional.empty();
        if (file.isPresent()) {
            files.add(file.get());
        } else {
            Files.deleteIfExists(entry);
        }
    }

    private FileTime lastUsed(SnapshotFile file) {
        try {
            return Files.getLastModifiedTime(file.path());
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    /// Deletes what is kept of a model in this place that was another then: other weights, another
    /// template, runtime or precision.
    public void dropOthers(Model model) {
        String place = names.ofPlace(model.place());
        String kind = names.ofKind(model.kind());
        List.copyOf(files).stream()
                .filter(file -> file.isAt(place) && !file.isOf(kind))
                .forEach(this::drop);
    }

    /// What is kept of the longest beginning of these lines that was asked; the most recently used
    /// where there are several.
    public Optional<SealedSnapshot> find(Model model, List<byte[]> lines) {
        String kind = names.ofKind(model.kind());
        List<SnapshotFile> candidates =
                files.reversed().stream().filter(file -> file.isOf(kind)).toList();
        for (String mark : names.ofBeginnings(kind, lines).reversed()) {
            for (SnapshotFile file : candidates) {
                OptionalInt segments = file.upTo(mark);
                if (segments.isPresent()) {
                    return opened(file, segments.getAsInt());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<SealedSnapshot> opened(SnapshotFile file, int segments) {
        try {
            SealedSnapshot snapshot =
                    new SealedSnapshot(this, file, segments, file.labels(segments, keys));
            use(file);
            return Optional.of(snapshot);
        } catch (IOException | AEADBadTagException damaged) {
            drop(file);
            return Optional.empty();
        }
    }

    /// Begins to keep a conversation in a file of its own.
    ///
    /// @param label says what the data are
    /// @return empty when there is no room for it, or the disk refuses
    public Optional<SnapshotWriter> keep(Model model, Asked asked, byte[] label, long dataBytes) {
        Content content = content(names.ofKind(model.kind()), asked, dataBytes);
        if (!makeRoom(Growth.bytes(content, label.length), Optional.empty())) {
            return Optional.empty();
        }
        Path path = folder.resolve(UUID.randomUUID() + SUFFIX);
        Growth.Naming naming =
                new Growth.Naming(names, names.ofKind(model.kind()), names.ofPlace(model.place()));
        return written(() -> Growth.fresh(path, naming, keys, content, label));
    }

    /// Begins to add what is new of a conversation.
    Optional<SnapshotWriter> grow(SnapshotFile file, Asked asked, byte[] label, long dataBytes) {
        Content content = content(file.kind(), asked, dataBytes);
        if (!makeRoom(Growth.bytes(content, label.length), Optional.of(file))) {
            return Optional.empty();
        }
        return written(() -> Growth.of(file, keys, content, label));
    }

    private Content content(String kindName, Asked asked, long dataBytes) {
        List<String> beginnings = names.ofBeginnings(kindName, asked.lines());
        List<String> marks =
                asked.prompts().stream().map(lines -> beginnings.get(lines - 1)).toList();
        return new Content(marks, dataBytes);
    }

    private Optional<SnapshotWriter> written(Begun begun) {
        try {
            return Optional.of(new SnapshotWriter(this, begun.begin()));
        } catch (IOException full) {
            return Optional.empty();
        }
    }

    private interface Begun {
        Growth begin() throws IOException;
    }

    /// Lets the least recently used ones go until so many bytes more are within the bound.
    ///
    /// @param kept stays in any case
    private boolean makeRoom(long more, Optional<SnapshotFile> kept) {
        long bound = bound();
        if (more + kept.map(SnapshotFile::bytes).orElse(0L) > bound) {
            return false;
        }
        for (SnapshotFile file : List.copyOf(files)) {
            if (bytes() + more > bound && !kept.equals(Optional.of(file))) {
                drop(file);
            }
        }
        return true;
    }

    private long bound() {
        try {
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

    Keys keys() {
        return keys;
    }

    /// Notes that it was read or written just now.
    void use(SnapshotFile file) {
        files.remove(file);
        files.add(file);
        try {
            Files.setLastModifiedTime(file.path(), FileTime.from(Instant.now()));
        } catch (IOException gone) {
            drop(file);
        }
    }

    void drop(SnapshotFile file) {
        files.remove(file);
        try {
            file.delete();
        } catch (IOException stays) {
            // It is looked at again when the program starts the next time.
            return;
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
