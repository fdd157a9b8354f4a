package nearside.desktop.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.history.HistoryItem.Age;
import nearside.storage.Conversation;
import nearside.storage.ConversationId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

final class AgesTest {
    private static final ZonedDateTime NOW =
            ZonedDateTime.of(2026, 11, 24, 0, 30, 0, 0, ZoneId.of("Asia/Shanghai"));
    private final Ages ages = new Ages(NOW);

    private static Instant before(long hours) {
        return NOW.minusHours(hours).toInstant();
    }

    @Test
    void aDayEndsAtLocalMidnight() {
        assertEquals(Age.TODAY, ages.of(before(0)));
        assertEquals(Age.THIS_WEEK, ages.of(before(1)));
    }

    @Test
    void aWeekHasSevenDays() {
        assertEquals(Age.THIS_WEEK, ages.of(before(6 * 24)));
        assertEquals(Age.EARLIER, ages.of(before(7 * 24)));
    }

    @Test
    void aClockThatWentBackIsToday() {
        assertEquals(Age.TODAY, ages.of(before(-48)));
    }

    @Test
    void onlyTheFirstOfAGroupOpensIt() {
        List<Conversation> all =
                Stream.of(before(0), before(0), before(30), before(900), before(901))
                        .map(at ->
                                new Conversation(
                                        new ConversationId("c"), "t", at, Conversation.Shelf.LOOSE))
                        .toList();
        assertEquals(
                List.of(
                        Optional.of(Age.TODAY),
                        Optional.empty(),
                        Optional.of(Age.THIS_WEEK),
                        Optional.of(Age.EARLIER),
                        Optional.empty()),
                ages.group(all).stream().map(HistoryItem::opens).toList());
    }

    @Test
    void theTimeSaysAsMuchAsIsNeeded() {
        WhenText when = new WhenText(Locale.UK, NOW);
        assertEquals("00:30", when.of(before(0)));
        assertEquals("Sun", when.of(before(30)));
        assertEquals("10/10/2026", when.of(before(45 * 24)));
    }
}
