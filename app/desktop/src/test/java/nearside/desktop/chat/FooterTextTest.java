package nearside.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.words.Words;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

final class FooterTextTest {
    private final FooterText footer = new FooterText(Words.of(Locale.ENGLISH));

    private static Progress over(Ending ending, Progress.Footer facts) {
        return new Progress.Over(ending, Optional.of(facts), Optional.empty());
    }

    @Test
    void stagesAreNamed() {
        assertEquals("Loading model…", footer.of(new Progress.Loading("m")));
        assertEquals(
                "Reading your question (1,200 tokens)…", footer.of(new Progress.Reading(1_200)));
        assertEquals(
                "Reading your question (512 of 1,200 tokens, 3 s left)…",
                footer.of(new Progress.ReadingOn(512, 1_200, Duration.ofMillis(2_100))));
    }

    @Test
    void theRateIsToldOnlyWhenItIsKnown() {
        assertEquals("writing · 1 token", footer.of(new Progress.Writing(1, 0)));
        assertEquals(
                "writing · 11.2 tokens/s · 16 tokens", footer.of(new Progress.Writing(16, 11.2)));
    }

    @Test
    void aFinishedAnswerTellsItsFacts() {
        assertEquals(
                "61.4 tokens/s · first word 0.3 s · 58 tokens",
                footer.of(over(Ending.DONE, new Progress.Footer("m", 61.4, 0.31, 58))));
    }

    @Test
    void anAnswerThatEndedTooSoonSaysSoFirst() {
        assertEquals(
                "Stopped · no tokens",
                footer.of(over(Ending.STOPPED, new Progress.Footer("m", 0, 0, 0))));
        assertEquals(
                "Cut off; the words so far are kept",
                footer.of(new Progress.Over(Ending.CUT, Optional.empty(), Optional.empty())));
    }

    @Test
    void whatFailedIsTriedAgainAndWhatEndedTooSoonGoesOn() {
        assertEquals(
                "Try again",
                footer.goOn(new Progress.Over(Ending.FAILED, Optional.empty(), Optional.empty())));
        assertEquals(
                "Continue",
                footer.goOn(new Progress.Over(Ending.CUT, Optional.empty(), Optional.empty())));
    }
}
