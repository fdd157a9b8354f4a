package nearside.storage.backup;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a backup's file is called, and so what it is.
public sealed interface BackupName {
    /// The state of a day when it was first looked at.
    record Day(LocalDate date) implements BackupName {}

    /// The same of a week, named by ISO 8601.
    record Week(int year, int week) implements BackupName {
        static Week of(LocalDate date) {
            return new Week(
                    date.get(IsoFields.WEEK_BASED_YEAR),
                    date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }

        LocalDate monday() {
            return LocalDate.of(year, 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                    .with(java.time.DayOfWeek.MONDAY);
        }
    }

    /// The file as it was before its tables were brought to a later version.
    record BeforeVersion(int version) implements BackupName {}

    Pattern DAY = Pattern.compile("day-(\\d{4}-\\d{2}-\\d{2})\\.db");
    Pattern WEEK = Pattern.compile("week-(\\d{4})-W(\\d{2})\\.db");
    Pattern BEFORE = Pattern.compile("before-version-(\\d{1,6})\\.db");

    /// The name of the week that the day is in.
    static BackupName weekOf(LocalDate day) {
        return Week.of(day);
    }

    default String fileName() {
        return switch (this) {
            case Day(LocalDate date) -> "day-" + date + ".db";
            case Week(int year, int week) ->
                    String.format(Locale.ROOT, "week-%04d-W%02d.db", year, week);
            case BeforeVersion(int version) -> "before-version-" + version + ".db";
        };
    }

    /// Empty for a file that is no backup, or is not finished.
    static Optional<BackupName> of(String fileName) {
        Matcher day = DAY.matcher(fileName);
        Matcher week = WEEK.matcher(fileName);
        Matcher before = BEFORE.matcher(fileName);
        try {
            if (day.matches()) {
                return Optional.of(new Day(LocalDate.parse(day.group(1))));
            }
            if (week.matches()) {
                return week(Integer.parseInt(week.group(1)), Integer.parseInt(week.group(2)));
            }
            return before.matches()
                    ? Optional.of(new BeforeVersion(Integer.parseInt(before.group(1))))
                    : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /// Empty for a week that the year does not have.
    private static Optional<BackupName> week(int year, int week) {
        Week named = new Week(year, week);
        return named.equals(Week.of(named.monday())) ? Optional.of(named) : Optional.empty();
    }
}
