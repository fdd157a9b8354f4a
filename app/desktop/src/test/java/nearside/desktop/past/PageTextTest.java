package nearside.desktop.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.words.Words;
import nearside.storage.past.PastMessage.Speaker;
import nearside.storage.past.PastMessage.State;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

class PageTextTest {
    private final PageText english = new PageText(Words.of(Locale.UK), ZoneOffset.UTC);
    private final PageText chinese =
            new PageText(Words.of(Locale.SIMPLIFIED_CHINESE), ZoneId.of("Asia/Shanghai"));

    @Test
    void wordsAreInTheLanguageOfThePerson() {
        assertEquals("You", english.speaker(Speaker.USER));
        assertEquals("你", chinese.speaker(Speaker.USER));
        assertEquals("en-GB", english.language());
    }

    @Test
    void timesAreThoseOfTheClockOfThePerson() {
        Instant time = Instant.parse("2026-01-02T20:04:05Z");
        assertTrue(english.time(time).contains("20:04"), english.time(time));
        assertTrue(chinese.time(time).contains("04:04"), chinese.time(time));
    }

    @Test
    void onlyWhatDidNotEndWellSaysHowItEnded() {
        for (State state : State.values()) {
            assertEquals(state == State.DONE, english.ending(state).isEmpty());
        }
    }

    @Test
    void whatIsLeftOutIsCounted() {
        assertTrue(english.leftOut(1).startsWith("One message of another branch is not"));
        assertTrue(english.leftOut(3).startsWith("3 messages of other branches are not"));
    }
}
