package nearside.desktop.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.words.Words;
import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastBytes;
import nearside.storage.past.PastMessage.Speaker;
import nearside.storage.past.PastMessage.State;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    void attachmentsAreNamedWithTheirSizeAndWhatIsLostIsSaid() {
        assertEquals(
                "Attachment: {a}.txt (1,234 bytes)", english.attachment(file("{a}.txt", 1234)));
        assertEquals("Attachment: a (1 byte)", english.attachment(file("a", 1)));
        assertEquals("Attachment: a (empty)", english.attachment(file("a", 0)));
        assertEquals("附件：a（1,234 字节）", chinese.attachment(file("a", 1234)));
        PastAttachment lost = new PastAttachment("i", "a", 2000, Optional.empty());
        assertEquals(
                "Attachment: a (2,000 bytes), cannot be read any more", english.attachment(lost));
        assertTrue(chinese.attachment(lost).contains("已无法读取"), chinese.attachment(lost));
    }

    private static PastAttachment file(String name, int bytes) {
        return PastAttachment.of("i", name, PastBytes.of(List.of(new byte[bytes])));
    }

    @Test
    void whatIsLeftOutIsCounted() {
        assertTrue(english.leftOut(1).startsWith("One message of another branch is not"));
        assertTrue(english.leftOut(3).startsWith("3 messages of other branches are not"));
    }
}
