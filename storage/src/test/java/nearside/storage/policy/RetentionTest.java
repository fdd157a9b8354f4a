package nearside.storage.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    /// Zero for none.
    private static Retention days(int least, int most) {
        return new Retention(some(least), some(most));
    }

    private static OptionalInt some(int days) {
        return days == 0 ? OptionalInt.empty() : OptionalInt.of(days);
    }

    @Test
    void usuallyDeletedOnesStayThirtyDaysAndAgeDoesNotCount() {
        assertEquals(NOW.minus(Duration.ofDays(30)), Retention.USUAL.deletedBefore(NOW));
        assertEquals(Optional.empty(), Retention.USUAL.heldFrom(NOW));
        assertEquals(Optional.empty(), Retention.USUAL.changedBefore(NOW));
    }

    @Test
    void mostDaysEndDeletedOnesAndOldOnes() {
        Instant week = NOW.minus(Duration.ofDays(7));
        assertEquals(week, days(0, 7).deletedBefore(NOW));
        assertEquals(Optional.of(week), days(0, 7).changedBefore(NOW));
        assertEquals(NOW.minus(Duration.ofDays(30)), days(0, 365).deletedBefore(NOW));
    }

    @Test
    void leastDaysProtectWhatWasChangedSince() {
        assertEquals(Optional.of(NOW.minus(Duration.ofDays(90))), days(90, 0).heldFrom(NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0, 0,0, 0,0",
        "5,0, 9,0, 9,0",
        "9,0, 5,0, 9,0",
        "0,5, 0,9, 0,5",
        "0,9, 0,5, 0,5",
        "5,9, 0,0, 5,9",
        "5,0, 0,5, 5,5",
        "3,20, 4,10, 4,10"
    })
    void bothAtOnceAreTheStricter(int a, int b, int c, int d, int least, int most) {
        assertEquals(Optional.of(days(least, most)), days(a, b).and(days(c, d)));
        assertEquals(Optional.of(days(least, most)), days(c, d).and(days(a, b)));
    }

    @Test
    void whatContradictsItselfIsNone() {
        assertEquals(Optional.empty(), days(10, 0).and(days(0, 9)));
        assertThrows(IllegalArgumentException.class, () -> days(10, 9));
        assertThrows(IllegalArgumentException.class, () -> days(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> days(0, Retention.LONGEST_DAYS + 1));
    }
}
