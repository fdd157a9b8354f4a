package nearside.storage;

import nearside.storage.Recovered.Cause;
import nearside.storage.database.Database;
import nearside.storage.database.DatabaseException;
import nearside.storage.database.Schema;
import nearside.storage.database.Trouble;
import nearside.storage.salvage.LogState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Opens the database of a profile past its damages, by itself: once more, then without the shared
/// memory file, then put together anew from what can be read and from the newest backup.
final class Opening {
    private final Path profile;
    private final Path file;
    private final Secrets secrets;
    private final Instant now;
    private final Aside aside;

    /// An open database, and what became of a damaged one before it.
    record Opened(Database database, Optional<Recovered> recovered) {}

    /// A way to make another try of it.
    private interface Preparation {
        void make() throws IOException;
    }

    Opening(Path profile, Secrets secrets, Instant now) {
        this.profile = profile;
        this.file = profile.resolve(Store.FILE);
        this.secrets = secrets;
        this.now = now;
        this.aside = new Aside(profile);
    }

    Opened open() {
        try {
            aside.settle();
            Optional<Cause> cause = beforeSqlite();
            return cause.isPresent() ? rescued(cause.get()) : tried();
        } catch (IOException refused) {
            throw new StorageException(Refusal.of(profile, refused), refused);
        }
    }

    /// What SQLite would not see: it makes a new database of an empty file, and forgets what stands
    /// behind a damaged place of the log.
    private Optional<Cause> beforeSqlite() throws IOException {
        if (secrets.holdsKeys() && (Files.notExists(file) || Files.size(file) == 0)) {
            return Optional.of(Cause.MISSING);
        }
        if (!secrets.isOpen()) {
            return Optional.empty();
        }
        if (aside.isDemanded()) {
            return Optional.of(Cause.DAMAGED);
        }
        return switch (LogState.beside(file)) {
            case WHOLE -> Optional.empty();
            case LAST_DOUBTFUL -> Optional.of(Cause.LOG_TORN);
            case BROKEN -> Optional.of(Cause.LOG_DAMAGED);
        };
    }

    private Opened tried() throws IOException {
        Cause cause = Cause.DAMAGED;
        for (Preparation preparation :
                List.<Preparation>of(() -> {}, () -> {}, this::dropSharedMemory)) {
            preparation.make();
            try {
                return looked(database());
            } catch (DatabaseException failed) {
                cause = cause(failed);
            }
        }
        return rescued(cause);
    }

    private Opened looked(Database database) throws IOException {
        Optional<Cause> doubt = new SecondLook(profile, secrets).at(database);
        if (doubt.isEmpty()) {
            return new Opened(database, Optional.empty());
        }
        database.close();
        return rescued(doubt.get());
    }

    /// Anything else than damage is not mended here.
    private static Cause cause(DatabaseException failed) {
        if (failed.trouble() instanceof Trouble.Damaged(String finding)) {
            return finding.equals(Schema.FOREIGN) ? Cause.FOREIGN : Cause.DAMAGED;
        }
        throw failed;
    }

    private void dropSharedMemory() throws IOException {
        Files.deleteIfExists(file.resolveSibling(Store.FILE + "-shm"));
    }

    private Opened rescued(Cause cause) throws IOException {
        Recovered recovered = new Rescue(profile, secrets, now).run(cause);
        return new Opened(database(), Optional.of(recovered));
    }

    private Database database() {
        return Database.open(file, Schema.of(secrets::seal));
    }
}
