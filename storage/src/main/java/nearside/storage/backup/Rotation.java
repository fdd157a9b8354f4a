package nearside.storage.backup;

import nearside.storage.backup.BackupName.BeforeVersion;
import nearside.storage.backup.BackupName.Day;
import nearside.storage.backup.BackupName.Week;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Which backups go: all but the newest seven of days and four of weeks, copies from before a
/// change of the tables after ninety days, and the oldest as long as all take too much. What is
/// dated after today stays uncounted: the clock was wrong then, or is now.
///
/// @param today what was made today always stays
/// @param mostBytes what all may take together
public record Rotation(LocalDate today, long mostBytes) {
    public static final int DAYS = 7;
    public static final int WEEKS = 4;
    public static final Duration BEFORE_VERSION = Duration.ofDays(90);

    public List<BackupFile> superfluous(List<BackupFile> all) {
        List<BackupFile> countable =
                all.stream()
                        .filter(file -> !date(file).isAfter(today))
                        .sorted(Comparator.comparing(this::date).reversed())
                        .toList();
        List<BackupFile> gone = new ArrayList<>();
        gone.addAll(behind(countable, file -> file.name() instanceof Day, DAYS));
        gone.addAll(behind(countable, file -> file.name() instanceof Week, WEEKS));
        Instant old = today.atStartOfDay().toInstant(ZoneOffset.UTC).minus(BEFORE_VERSION);
        countable.stream()
                .filter(file -> file.name() instanceof BeforeVersion && file.of().isBefore(old))
                .forEach(gone::add);
        gone.addAll(tooMuch(countable, all, gone));
        return gone;
    }

    private static List<BackupFile> behind(
            List<BackupFile> newestFirst, Predicate<BackupFile> kind, int kept) {
        return newestFirst.stream().filter(kind).skip(kept).toList();
    }

    /// The newest stays in any case.
    private List<BackupFile> tooMuch(
            List<BackupFile> newestFirst, List<BackupFile> all, List<BackupFile> gone) {
        long bytes =
                all.stream()
                        .filter(file -> !gone.contains(file))
                        .mapToLong(BackupFile::bytes)
                        .sum();
        List<BackupFile> more = new ArrayList<>();
        List<BackupFile> left =
                newestFirst.stream().filter(file -> !gone.contains(file)).skip(1).toList();
        for (BackupFile oldest : left.reversed()) {
            if (bytes > mostBytes) {
                more.add(oldest);
                bytes -= oldest.bytes();
            }
        }
        return more;
    }

    private LocalDate date(BackupFile file) {
        return switch (file.name()) {
            case Day(LocalDate date) -> date;
            case Week week -> week.monday();
            case BeforeVersion _ -> LocalDate.ofInstant(file.of(), ZoneOffset.UTC);
        };
    }
}
