package nearside.desktop.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.copilot.models.Published;
import nearside.desktop.words.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

final class GettingTextTest {
    private final GettingText text = new GettingText(Words.of(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource({
        "2725453459,20,19",
        "2725453459,100,4",
        "150000000,20,1",
        "150000001,20,2",
        "1,100,1"
    })
    void minutesAreReckonedFromTheSizeAndTheLine(long bytes, int megabits, long minutes) {
        assertEquals(minutes, GettingText.minutes(bytes, megabits));
    }

    @Test
    void sizeAndTimesOfTheModelAreSaid() {
        assertEquals("2.5 GB", text.size(Published.PHI_3_MINI));
        assertEquals("19 min at 20 Mbit/s, 4 min at 100", text.times(Published.PHI_3_MINI));
    }

    @Test
    void roomIsEnoughOrSoMuchIsMissing() {
        long needed = Published.PHI_3_MINI.bytes();
        assertEquals(
                "Room where models lie: 2.5 GB free, 2.5 GB needed. That is enough.",
                text.room(Published.PHI_3_MINI, needed));
        assertEquals(
                "Room where models lie: 1.5 GB free, 2.5 GB needed. 1.0 GB are missing: make room first.",
                text.room(Published.PHI_3_MINI, needed - (1L << 30)));
    }
}
