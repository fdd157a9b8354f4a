package nearside.storage;

import nearside.storage.database.Database;
import nearside.storage.database.DatabaseException;
import nearside.storage.database.Trouble;
import nearside.storage.database.Work;

import java.nio.file.Path;

/// The database of a profile as the rooms of this package use it: its troubles become storage
/// failures here and nowhere else.
final class Store implements AutoCloseable {
    static final String FILE = "nearside.db";

    private final Path folder;
    private final Database database;

    private Store(Path folder, Database database) {
        this.folder = folder;
        this.database = database;
    }

    static Store open(Path folder) {
        try {
            return new Store(folder, Database.open(folder.resolve(FILE)));
        } catch (DatabaseException failed) {
            throw told(folder, failed);
        }
    }

    <T> T read(Work<T> work) {
        try {
            return database.read(work);
        } catch (DatabaseException failed) {
            throw told(folder, failed);
        }
    }

    <T> T write(Work<T> work) {
        try {
            return database.write(work);
        } catch (DatabaseException failed) {
            throw told(folder, failed);
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private static StorageException told(Path folder, DatabaseException failed) {
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
