package nearside.storage;

import nearside.storage.backup.BackupFile;
import nearside.storage.backup.BackupFolder;
import nearside.storage.backup.BackupName;
import nearside.storage.backup.Rotation;
import nearside.storage.database.DatabaseException;
import nearside.storage.database.VerifiedCopy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The backups of a profile: one each day on which something changed, one each week; only the
/// newest of them stay. Keys are never in them. Every call may take seconds.
public final class Backups {
    /// What all may take together.
    static final long MOST_BYTES = 2L << 30;

    /// And no more than this part of what would be free without them.
    private static final int PART_OF_FREE = 10;

    private final Path profile;
    private final Store store;
    private final Clock clock;
    private final BackupFolder folder;

    Backups(Path profile, Store store, Clock clock) {
        this.profile = profile;
        this.store = store;
        this.clock = clock;
        this.folder = BackupFolder.of(profile);
    }

    /// What became of a try to keep a backup.
    public sealed interface Outcome {
        record Kept(Path file) implements Outcome {}

        /// There is one of today, or nothing changed since the last.
        record NotDue() implements Outcome {}

        record Failed(StorageFailure failure) implements Outcome {}
    }

    /// All backups, what was changed last first.
    public List<Backup> list() {
        return folder.all().stream().map(this::backup).toList();
    }

    private Backup backup(BackupFile file) {
        return new Backup(
                file.path(),
                Backup.Kind.of(file.name()),
                file.of(),
                file.bytes(),
                OpenBackup.state(file, store.secrets().proof()));
    }

    /// Keeps a backup if one is due, and lets go of those that are too many. A failure changes
    /// nothing of those that are there. One try at a time.
    public synchronized Outcome keep() {
        try {
            folder.removeUnfinished();
            return keep(LocalDate.ofInstant(clock.instant(), clock.getZone()));
        } catch (DatabaseException failed) {
            return new Outcome.Failed(Store.failure(profile, failed.trouble()));
        } catch (IOException refused) {
            return new Outcome.Failed(Refusal.of(profile, refused));
        }
    }

    private Outcome keep(LocalDate today) throws IOException {
        BackupName day = new BackupName.Day(today);
        Instant changed = changed();
        List<BackupFile> all = folder.all();
        boolean unchanged =
                all.stream().findFirst().filter(it -> it.of().equals(changed)).isPresent();
        if (unchanged || Files.exists(folder.file(day))) {
            return new Outcome.NotDue();
        }
        Optional<StorageFailure> noRoom = noRoom();
        if (noRoom.isPresent()) {
            return new Outcome.Failed(noRoom.get());
        }
        copy(day, changed);
        BackupName week = BackupName.weekOf(today);
        if (Files.notExists(folder.file(week))) {
            copy(week, changed);
        }
        drop(today);
        return new Outcome.Kept(folder.file(day));
    }

    /// The time of the file or its log, whichever is later; a log without content tells nothing.
    private Instant changed() throws IOException {
        Path file = profile.resolve(Store.FILE);
        Path log = profile.resolve(Store.FILE + "-wal");
        Instant inFile = Files.getLastModifiedTime(file).toInstant();
        if (Files.notExists(log) || Files.size(log) == 0) {
            return inFile;
        }
        Instant inLog = Files.getLastModifiedTime(log).toInstant();
        return inLog.isAfter(inFile) ? inLog : inFile;
    }

    /// A backup never takes more than half of what is free: what is said next matters more.
    private Optional<StorageFailure> noRoom() throws IOException {
        long free = Files.getFileStore(profile).getUsableSpace();
        return Files.size(profile.resolve(Store.FILE)) > free / 2
                ? Optional.of(new StorageFailure.DiskFull(profile, free))
                : Optional.empty();
    }

    private void copy(BackupName name, Instant changed) throws IOException {
        Path target = folder.file(name);
        VerifiedCopy.of(profile.resolve(Store.FILE), target);
        Files.setLastModifiedTime(target, FileTime.from(changed));
    }

    private void drop(LocalDate today) throws IOException {
        List<BackupFile> all = folder.all();
        long bytes = all.stream().mapToLong(BackupFile::bytes).sum();
        long free = Files.getFileStore(profile).getUsableSpace() + bytes;
        Rotation rotation = new Rotation(today, Math.min(MOST_BYTES, free / PART_OF_FREE));
        for (BackupFile file : rotation.superfluous(all)) {
            Files.deleteIfExists(file.path());
        }
    }

    /// What bringing a backup's conversations back would do.
    public Preview preview(Backup backup) {
        try (OpenBackup open = open(backup)) {
            return store.read(session -> new Previewing(open, session, store.contents()).run());
        } catch (DatabaseException failed) {
            throw Store.told(profile, failed);
        }
    }

    /// Brings back what is missing and mends what cannot be read, a conversation in each
    /// transaction. What can be read here stays as it is.
    ///
    /// @param progress asked before each conversation
    public Restored restore(Backup backup, Restored.Progress progress) {
        try (OpenBackup open = open(backup)) {
            return new Restoring(open, store).run(progress);
        } catch (DatabaseException failed) {
            throw Store.told(profile, failed);
        }
    }

    private OpenBackup open(Backup backup) {
        BackupFile file =
                folder.all().stream()
                        .filter(it -> it.path().equals(backup.file()))
                        .findFirst()
                        .orElseThrow(() ->
                                new StorageException(new StorageFailure.Denied(backup.file())));
        if (OpenBackup.state(file, store.secrets().proof()) != Backup.State.SOUND) {
            throw new StorageException(new StorageFailure.Damaged(backup.file(), "a backup"));
        }
        return OpenBackup.open(file);
    }

    /// Mends texts that cannot be read any more, from the newest backups that have them. Throws
    /// [StorageException] with [StorageFailure.Damaged] when more is wrong than that: the next
    /// start mends it.
    ///
    /// @return how many messages were mended or came back
    public int mend() {
        return new Mending(profile, store).run();
    }
}
