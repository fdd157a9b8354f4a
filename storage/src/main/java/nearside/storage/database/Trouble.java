package nearside.storage.database;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// What went wrong between this program and its database file.
public sealed interface Trouble {
    record DiskFull(long freeBytes) implements Trouble {}

    record Damaged(String finding) implements Trouble {}

    record Denied() implements Trouble {}

    record Newer(int foundVersion, int knownVersion) implements Trouble {}

    record LibraryTooOld(String found, String needed) implements Trouble {}

    /// Anything else.
    ///
    /// @param code SQLite's extended result code; 0 when the driver gave none
    record Broken(int code) implements Trouble {}

    /// Free space under which a failed write is taken for a full disk: SQLite says `IOERR`, not
    /// `FULL`, when the shared-memory file cannot grow.
    long NEARLY_FULL_BYTES = 1 << 20;

    static Trouble of(SQLException failure, Path file) {
        int code = codeOf(failure);
        return switch (SQLiteErrorCode.getErrorCode(code & 0xff)) {
            case SQLITE_FULL -> new DiskFull(freeBytes(file));
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                    new Damaged(SQLiteErrorCode.getErrorCode(code).name());
            case SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_AUTH -> refused(file);
            case SQLITE_IOERR -> fullOr(file, new Broken(code));
            default -> new Broken(code);
        };
    }

    /// What it means where there is no file.
    static Trouble inMemory(SQLException failure) {
        return new Broken(codeOf(failure));
    }

    /// What it means that a file could not be made.
    static Trouble refused(Path file) {
        return fullOr(file, new Denied());
    }

    private static Trouble fullOr(Path file, Trouble otherwise) {
        long free = freeBytes(file);
        return free < NEARLY_FULL_BYTES ? new DiskFull(free) : otherwise;
    }

    private static int codeOf(SQLException failure) {
        return failure instanceof SQLiteException known
                ? known.getResultCode().code
                : failure.getErrorCode();
    }

    private static long freeBytes(Path file) {
        try {
            FileStore disk = Files.getFileStore(file.toAbsolutePath().getParent());
            // A read-only disk has no room either, but that is not what is wrong with it.
            return disk.isReadOnly() ? Long.MAX_VALUE : disk.getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
