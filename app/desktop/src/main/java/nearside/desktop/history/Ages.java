package nearside.desktop.history;

import nearside.storage.Conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Groups conversations by age, as seen at one moment in one time zone.
record Ages(ZonedDateTime now) {
    List<HistoryItem> group(List<Conversation> newestFirst) {
        List<HistoryItem> items = new ArrayList<>();
        Optional<HistoryItem.Age> last = Optional.empty();
        for (Conversation conversation : newestFirst) {
            Optional<HistoryItem.Age> age = Optional.of(of(conversation));
            items.add(item(conversation, age.equals(last) ? Optional.empty() : age));
            last = age;
        }
        return items;
    }

    private HistoryItem.Age of(Conversation conversation) {
        return conversation.shelf().pinned().isPresent()
                ? HistoryItem.Age.PINNED
                : of(conversation.changed());
    }

    HistoryItem.Age of(Instant changed) {
        LocalDate day = changed.atZone(now.getZone()).toLocalDate();
        long days = ChronoUnit.DAYS.between(day, now.toLocalDate());
        if (days <= 0) {
            return HistoryItem.Age.TODAY;
        }
        return days < 7 ? HistoryItem.Age.THIS_WEEK : HistoryItem.Age.EARLIER;
    }

    private static HistoryItem item(Conversation conversation, Optional<HistoryItem.Age> opens) {
        return new HistoryItem(
                conversation.id().value(),
                conversation.title(),
                conversation.changed(),
                conversation.shelf().pinned().isPresent()
                        ? HistoryItem.Pin.PINNED
                        : HistoryItem.Pin.LOOSE,
                opens);
    }
}
