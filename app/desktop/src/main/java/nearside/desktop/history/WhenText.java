package nearside.desktop.history;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Says when a conversation was changed: the time today, the weekday this week, else the date.
public record WhenText(Locale locale, ZonedDateTime now) {
    public String of(Instant changed) {
        return format(new Ages(now).of(changed))
                .withLocale(locale)
                .format(changed.atZone(now.getZone()));
    }

    private static DateTimeFormatter format(HistoryItem.Age age) {
        return switch (age) {
            case TODAY -> DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
            case THIS_WEEK -> DateTimeFormatter.ofPattern("EEE");
            case EARLIER, PINNED -> DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT);
        };
    }
}
