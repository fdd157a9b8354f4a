package nearside.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.nio.file.Path;
import java.sql.SQLException;

class TroubleTest {
    @TempDir Path folder;

    @Test
    void aFullDiskIsToldWithItsFreeBytes() {
        Trouble.DiskFull full =
                assertInstanceOf(Trouble.DiskFull.class, of(SQLiteErrorCode.SQLITE_FULL));

        assertEquals(true, full.freeBytes() >= 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = SQLiteErrorCode.class,
            names = {
                "SQLITE_CORRUPT",
                "SQLITE_CORRUPT_VTAB",
                "SQLITE_CORRUPT_INDEX",
                "SQLITE_NOTADB"
            })
    void damageIsToldByItsName(SQLiteErrorCode code) {
        assertEquals(new Trouble.Damaged(code.name()), of(code));
    }

    @ParameterizedTest
    @EnumSource(
            value = SQLiteErrorCode.class,
            names = {
                "SQLITE_PERM",
                "SQLITE_READONLY",
                "SQLITE_READONLY_DBMOVED",
                "SQLITE_CANTOPEN",
                "SQLITE_AUTH"
            })
    void aMissingRightIsDenied(SQLiteErrorCode code) {
        assertEquals(new Trouble.Denied(), of(code));
    }

    @ParameterizedTest
    @EnumSource(
            value = SQLiteErrorCode.class,
            names = {"SQLITE_IOERR", "SQLITE_IOERR_FSYNC", "SQLITE_BUSY", "SQLITE_ERROR"})
    void theRestIsBrokenWithTheExtendedCode(SQLiteErrorCode code) {
        assertEquals(new Trouble.Broken(code.code), of(code));
    }

    @Test
    void aBareExceptionOfTheDriverIsBroken() {
        assertEquals(new Trouble.Broken(0), Trouble.of(new SQLException("bare"), file()));
    }

    @Test
    void aFolderThatIsGoneIsNotTakenForAFullDisk() {
        SQLException failure = new SQLiteException("gone", SQLiteErrorCode.SQLITE_IOERR);

        assertEquals(
                new Trouble.Broken(SQLiteErrorCode.SQLITE_IOERR.code),
                Trouble.of(failure, folder.resolve("gone/file")));
    }

    private Trouble of(SQLiteErrorCode code) {
        return Trouble.of(new SQLiteException("test", code), file());
    }

    private Path file() {
        return folder.resolve("some.db");
    }
}
