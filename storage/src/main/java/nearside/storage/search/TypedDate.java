package nearside.storage.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A year, month or day as it is typed: `2026`, `2026-3`, `2026-03-14`.
final class TypedDate {
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})(?:[-/.]([0-9]{1,2}))?(?:[-/.]([0-9]{1,2}))?");

    private TypedDate() {}

    /// When it begins; empty for what is no date.
    static Optional<Instant> start(String typed, ZoneId zone) {
        Matcher date = DATE.matcher(typed);
        try {
            return date.matches()
                    ? Optional.of(day(date).atStartOfDay(zone).toInstant())
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Matcher date) {
        return LocalDate.of(number(date, 1), number(date, 2), number(date, 3));
    }

    private static int number(Matcher date, int group) {
        String digits = date.group(group);
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
