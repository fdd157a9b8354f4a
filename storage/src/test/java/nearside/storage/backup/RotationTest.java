package nearside.storage.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.backup.BackupName.BeforeVersion;
import nearside.storage.backup.BackupName.Day;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class RotationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final long PLENTY = 1L << 40;

    private static BackupFile file(BackupName name, LocalDate of, long bytes) {
        Instant changed = of.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new BackupFile(Path.of(name.fileName()), name, changed, bytes);
    }

    private static BackupFile day(int daysAgo) {
        LocalDate date = TODAY.minusDays(daysAgo);
        return file(new Day(date), date, 100);
    }

    private static List<BackupFile> days(int from, int to) {
        return IntStream.range(from, to).mapToObj(RotationTest::day).toList();
    }

    private static Set<String> gone(List<BackupFile> all, long mostBytes) {
        return new Rotation(TODAY, mostBytes)
                .superfluous(all).stream()
                        .map(file -> file.name().fileName())
                        .collect(Collectors.toSet());
    }

    private static Set<String> names(List<BackupFile> files) {
        return files.stream().map(file -> file.name().fileName()).collect(Collectors.toSet());
    }

    @Test
    void sevenDaysStayHoweverOldTheyAre() {
        assertEquals(names(days(7, 12)), gone(days(0, 12), PLENTY));
        assertEquals(Set.of(), gone(days(100, 107), PLENTY));
    }

    @Test
    void fourWeeksStay() {
        List<BackupFile> weeks =
                IntStream.range(0, 6)
                        .mapToObj(ago -> TODAY.minusWeeks(ago))
                        .map(date -> file(BackupName.weekOf(date), date, 100))
                        .toList();
        assertEquals(names(weeks.subList(4, 6)), gone(weeks, PLENTY));
    }

    @Test
    void copiesFromBeforeAChangeOfTheTablesStayNinetyDays() {
        BackupFile young = file(new BeforeVersion(4), TODAY.minusDays(90), 100);
        BackupFile old = file(new BeforeVersion(3), TODAY.minusDays(91), 100);
        assertEquals(names(List.of(old)), gone(List.of(young, old), PLENTY));
    }

    @Test
    void theOldestGoesWhereAllAreTooMuchAndTheNewestStays() {
        assertEquals(names(days(3, 5)), gone(days(0, 5), 300));
        assertEquals(names(days(1, 5)), gone(days(0, 5), 0));
    }

    /// The clock was ahead once, or is behind now: neither costs a good backup.
    @Test
    void whatIsDatedAfterTodayNeitherGoesNorCounts() {
        List<BackupFile> later = days(-9, 0);
        List<BackupFile> earlier = days(0, 7);
        assertEquals(
                Set.of(), gone(Stream.concat(later.stream(), earlier.stream()).toList(), PLENTY));
        assertEquals(Set.of(), gone(later, 0));
    }
}
