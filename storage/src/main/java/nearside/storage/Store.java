package nearside.storage;

import nearside.storage.database.Database;
import nearside.storage.database.DatabaseException;
import nearside.storage.database.Trouble;
import nearside.storage.database.Work;
import nearside.storage.folder.Room;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// The database of a profile as the rooms of this package use it: its troubles become storage
/// failures here and nowhere else.
final class Store implements AutoCloseable {
    static final String FILE = "nearside.db";

    private final Path folder;
    private final Secrets secrets;
    private final Database database;
    private final Optional<Recovered> recovered;

    private Store(Path folder, Secrets secrets, Opening.Opened opened) {
        this.folder = folder;
        this.secrets = secrets;
        this.database = opened.database();
        this.recovered = opened.recovered();
    }

    /// Takes the secrets: they are closed with the store, or when it cannot be opened.
    static Store open(Path folder, Secrets secrets, Instant now) {
        try {
            return verified(new Store(folder, secrets, new Opening(folder, secrets, now).open()));
        } catch (DatabaseException failed) {
            secrets.close();
            throw told(folder, failed);
        } catch (RuntimeException failed) {
            secrets.close();
            throw failed;
        }
    }

    private static Store verified(Store store) {
        try {
            store.read(store.secrets::verify);
            return store;
        } catch (RuntimeException foreign) {
            store.database.close();
            throw foreign;
        }
    }

    /// What became of a damaged database when this one was opened.
    Optional<Recovered> recovered() {
        return recovered;
    }

    Contents contents() {
        return secrets.contents();
    }

    Secrets secrets() {
        return secrets;
    }

    /// Whether its disk has room for more.
    boolean hasRoom() {
        return Room.in(folder);
    }

    <T> T read(Work<T> work) {
        try {
            return database.read(work);
        } catch (DatabaseException failed) {
            throw told(failed);
        }
    }

    <T> T write(Work<T> work) {
        try {
            return database.write(work);
        } catch (DatabaseException failed) {
            throw told(failed);
        }
    }

    @Override
    public void close() {
        database.close();
        secrets.close();
    }

    /// What a failure means to those who use this store. A damage that shows only now is mended by
    /// the next start.
    StorageException told(DatabaseException failed) {
        StorageException told = told(folder, failed);
        if (failed.trouble() instanceof Trouble.Damaged) {
            try {
                new Aside(folder).demand();
            } catch (IOException refused) {
                told.addSuppressed(refused);
            }
        }
        return told;
    }

    static StorageException told(Path folder, DatabaseException failed) {
        return new StorageException(failure(folder, failed.trouble()), failed);
    }

    static StorageFailure failure(Path folder, Trouble trouble) {
        Path file = folder.resolve(FILE);
        return switch (trouble) {
            case Trouble.DiskFull(long free) -> new StorageFailure.DiskFull(folder, free);
            case Trouble.Damaged(String finding) -> new StorageFailure.Damaged(file, finding);
            case Trouble.Denied() -> new StorageFailure.Denied(file);
            case Trouble.Newer(int found, int known) ->
                    new StorageFailure.Newer(file, found, known);
            case Trouble.LibraryTooOld(String found, String needed) ->
                    new StorageFailure.LibraryTooOld(found, needed);
            case Trouble.Broken(int code) -> new StorageFailure.Broken(file, code);
        };
    }
}
