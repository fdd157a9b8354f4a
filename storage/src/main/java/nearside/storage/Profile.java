package nearside.storage;

import nearside.storage.folder.FolderLock;
import nearside.storage.folder.OwnerOnly;
import nearside.storage.keystore.SystemKeys;
import nearside.storage.keystore.SystemStores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// One person's profile folder, held by this process until closed: the database, the settings and
/// the imported models.
public final class Profile implements AutoCloseable {
    private final Path folder;
    private final FolderLock lock;
    private final Store store;
    private final Search search;
    private final Conversations conversations;
    private final Journal journal;
    private final Drafts drafts;

    private Profile(Path folder, FolderLock lock, Store store, InstantSource clock) {
        this.folder = folder;
        this.lock = lock;
        this.store = store;
        this.search = new Search(store);
        this.conversations = new Conversations(store, search, clock);
        this.journal = new Journal(store, search, clock);
        this.drafts = new Drafts(store);
    }

    /// Opens the profile and takes its lock. Throws [StorageException] with the failure when it
    /// cannot.
    public static Profile open(Path folder) {
        return open(folder, new Unlock.Usual());
    }

    /// The same by what a person gave.
    public static Profile open(Path folder, Unlock unlock) {
        return open(folder, SystemStores.here(folder), unlock, InstantSource.system());
    }

    static Profile open(
            Path folder, Optional<SystemKeys> system, Unlock unlock, InstantSource clock) {
        FolderLock lock = locked(folder);
        try {
            Store store = Store.open(folder, Secrets.open(folder, system, unlock));
            return recovered(new Profile(folder, lock, store, clock), clock);
        } catch (RuntimeException failed) {
            close(lock);
            throw failed;
        }
    }

    public Path folder() {
        return folder;
    }

    public Conversations conversations() {
        return conversations;
    }

    public Journal journal() {
        return journal;
    }

    public Drafts drafts() {
        return drafts;
    }

    public Search search() {
        return search;
    }

    /// How the key of this profile is kept.
    public Protection protection() {
        return new Protection(folder, store.secrets().vault());
    }

    Checkup checkup() {
        return store.read(session -> Checkup.look(session, folder.resolve(Store.FILE)));
    }

    @Override
    public void close() {
        search.close();
        store.close();
        close(lock);
    }

    private static Profile recovered(Profile profile, InstantSource clock) {
        try {
            Recovery.run(profile.store, clock.instant());
            return profile;
        } catch (RuntimeException failed) {
            profile.store.close();
            throw failed;
        }
    }

    private static FolderLock locked(Path folder) {
        try {
            OwnerOnly.folder(folder, Store.FILE);
            return FolderLock.take(folder)
                    .orElseThrow(() -> new StorageException(new StorageFailure.InUse(folder)));
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(folder, refused), refused);
        }
    }

    private static void close(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
