package nearside.desktop.ledger;

import nearside.storage.Answered;
import nearside.storage.Message.Source;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Answers of one week.
///
/// @param monday its first day
public record Week(LocalDate monday, int here, int borrowed) {
    static final int SHOWN = 12;

    public Week {
        Objects.requireNonNull(monday);
    }

    /// The weeks until today, the earliest first; those without an answer, too.
    static List<Week> until(LocalDate today, List<Answered> all, ZoneId zone) {
        LocalDate last = monday(today);
        List<Week> weeks = new ArrayList<>();
        for (int back = SHOWN - 1; back >= 0; back--) {
            LocalDate monday = last.minusWeeks(back);
            List<Answered> within =
                    all.stream().filter(it -> monday(day(it, zone)).equals(monday)).toList();
            weeks.add(new Week(monday, count(within, Source.HERE), count(within, Source.BORROWED)));
        }
        return weeks;
    }

    private static int count(List<Answered> all, Source source) {
        return all.stream().filter(it -> it.source() == source).mapToInt(Answered::replies).sum();
    }

    private static LocalDate day(Answered answered, ZoneId zone) {
        return LocalDate.ofInstant(answered.quarter(), zone);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
