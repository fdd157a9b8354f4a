package nearside.storage.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.backup.BackupName.BeforeVersion;
import nearside.storage.backup.BackupName.Day;
import nearside.storage.backup.BackupName.Week;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class BackupNameTest {
    @Test
    void everyNameIsReadBack() {
        for (BackupName name :
                List.of(
                        new Day(LocalDate.of(2026, 11, 28)),
                        new Week(2026, 53),
                        new Week(2027, 1),
                        new BeforeVersion(3))) {
            assertEquals(Optional.of(name), BackupName.of(name.fileName()));
        }
        assertEquals("week-2027-W01.db", new Week(2027, 1).fileName());
    }

    @Test
    void theFirstDaysOfAYearMayBeOfTheLastWeekBefore() {
        assertEquals(new Week(2026, 53), BackupName.weekOf(LocalDate.of(2027, 1, 1)));
        assertEquals(LocalDate.of(2026, 12, 28), new Week(2026, 53).monday());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "day-2026-02-30.db",
                "day-2026-11-28.db.new",
                "week-2027-W53.db",
                "week-2026-W00.db",
                "before-version-.db",
                "keys",
                "vault.json",
                "theirs.db"
            })
    void otherNamesAreNoBackups(String name) {
        assertEquals(Optional.empty(), BackupName.of(name));
    }
}
