package nearside.storage;

import nearside.storage.folder.FolderLock;
import nearside.storage.folder.NetworkFolder;
import nearside.storage.folder.OwnerOnly;
import nearside.storage.keystore.SystemKeys;
import nearside.storage.keystore.SystemStores;
import nearside.storage.policy.Retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/// One person's profile folder, held by this process until closed: the database, the settings and
/// the imported models.
public final class Profile implements AutoCloseable {
    private final Path folder;
    private final FolderLock lock;
    private final Store store;
    private final KvSnapshots snapshots;
    private final Removal removal;
    private final Search search;
    private final Conversations conversations;
    private final Journal journal;
    private final Ways ways;
    private final Drafts drafts;
    private final Folders folders;
    private final Tags tags;
    private final Attachments attachments;
    private final Templates templates;
    private final Past past;
    private final Ledger ledger;
    private final FarModels farModels;
    private final InstantSource clock;

    private Profile(Path folder, FolderLock lock, Store store, InstantSource clock) {
        this.folder = folder;
        this.lock = lock;
        this.store = store;
        this.snapshots =
                KvSnapshots.in(folder, SnapshotKeys.of(store.secrets().contents().sealer()));
        this.removal = new Removal(store, snapshots);
        this.search = new Search(store);
        this.conversations = new Conversations(store, removal, search, clock);
        this.journal = new Journal(store, search, clock);
        this.ways = new Ways(store, search, clock);
        TimeOrderedIds ids = new TimeOrderedIds(clock);
        this.drafts = new Drafts(store, ids);
        this.folders = new Folders(store, search, ids);
        this.tags = new Tags(store, ids);
        this.attachments = new Attachments(store, ids);
        this.templates = new Templates(store, ids);
        this.past = new Past(store, clock);
        this.ledger = Ledger.in(folder, store.contents().sealer(), clock);
        this.farModels = FarModels.in(folder, store.contents().sealer(), ids);
        this.clock = clock;
    }

    /// Makes its folder before anything else is put there, so that nobody else looks into it.
    public static void make(Path folder) throws IOException {
        OwnerOnly.folder(folder, Store.FILE);
    }

    /// Opens the profile and takes its lock. Throws [StorageException] with the failure when it
    /// cannot.
    public static Profile open(Path folder) {
        return open(folder, new Unlock.Usual());
    }

    /// The same by what a person gave.
    public static Profile open(Path folder, Unlock unlock) {
        return open(folder, unlock, Retention.USUAL);
    }

    /// The same under a policy: what it says of how long conversations are kept is done.
    public static Profile open(Path folder, Unlock unlock, Retention retention) {
        return open(folder, SystemStores.here(folder), unlock, retention, InstantSource.system());
    }

    static Profile open(
            Path folder, Optional<SystemKeys> system, Unlock unlock, InstantSource clock) {
        return open(folder, system, unlock, Retention.USUAL, clock);
    }

    static Profile open(
            Path folder,
            Optional<SystemKeys> system,
            Unlock unlock,
            Retention retention,
            InstantSource clock) {
        FolderLock lock = locked(folder);
        try {
            return twice(() -> {
                Secrets secrets = Secrets.open(folder, system, unlock);
                Store store = Store.open(folder, secrets, clock.instant());
                return tidied(new Profile(folder, lock, store, clock), retention, clock);
            });
        } catch (RuntimeException failed) {
            close(lock);
            throw failed;
        }
    }

    /// A damage that shows only when the first rows are written is mended by opening again.
    private static Profile twice(Supplier<Profile> opening) {
        try {
            return opening.get();
        } catch (StorageException damaged) {
            if (damaged.failure() instanceof StorageFailure.Damaged) {
                return opening.get();
            }
            throw damaged;
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

    public Folders folders() {
        return folders;
    }

    public Tags tags() {
        return tags;
    }

    public Ways ways() {
        return ways;
    }

    public Attachments attachments() {
        return attachments;
    }

    public Templates templates() {
        return templates;
    }

    public Past past() {
        return past;
    }

    /// Every attempt to connect.
    public Ledger ledger() {
        return ledger;
    }

    /// The far models that the person set up.
    public FarModels farModels() {
        return farModels;
    }

    /// What models have read of its conversations.
    public KvSnapshots snapshots() {
        return snapshots;
    }

    public Search search() {
        return search;
    }

    /// How the key of this profile is kept.
    public Protection protection() {
        return new Protection(folder, store.secrets().vault());
    }

    /// Copies of the database, and bringing conversations back from them.
    public Backups backups() {
        return backups(clock.withZone(ZoneId.systemDefault()));
    }

    Backups backups(Clock zoned) {
        return new Backups(folder, store, zoned);
    }

    /// What became of a damaged database when this profile was opened just now.
    public Optional<Recovered> recovered() {
        return store.recovered();
    }

    /// The last recovery with losses that nobody saw yet.
    public Optional<Recovered> untold() {
        return new Aside(folder).untold();
    }

    /// It was seen.
    public void told(Recovered seen) {
        try {
            new Aside(folder).told(seen);
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(folder, refused), refused);
        }
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

    private static Profile tidied(Profile profile, Retention retention, InstantSource clock) {
        try {
            Recovery.run(profile.store, profile.removal, retention, clock.instant());
            return profile;
        } catch (RuntimeException failed) {
            profile.store.close();
            throw failed;
        }
    }

    private static FolderLock locked(Path folder) {
        try {
            Optional<String> network = NetworkFolder.type(folder);
            if (network.isPresent()) {
                throw new StorageException(new StorageFailure.OnNetwork(folder, network.get()));
            }
            make(folder);
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
