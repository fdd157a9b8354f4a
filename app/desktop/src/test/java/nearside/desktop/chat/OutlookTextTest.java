package nearside.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.copilot.orchestrator.Outlook;
import nearside.copilot.orchestrator.Outlook.Waits;
import nearside.desktop.words.Words;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class OutlookTextTest {
    private static String text(Locale locale, Outlook outlook) {
        return new OutlookText(Words.of(locale)).of(outlook);
    }

    @Test
    void itTellsTheRoomAndTheTime() {
        Outlook outlook =
                new Outlook(
                        3_480,
                        4_096,
                        Optional.of(new Waits(Duration.ofMillis(7_400), Duration.ofSeconds(200))),
                        Map.of());
        assertEquals(
                "about 3,480 of 4,096 tokens · first word in about 7 s, all of it in about 3 min",
                text(Locale.ENGLISH, outlook));
        assertEquals(
                "约 3,480 / 4,096 个词元 · 约 7 秒后出现第一个词，约 3 分钟后全部写完", text(Locale.CHINESE, outlook));
    }

    @Test
    void withoutAMeasuredSpeedItTellsNoTime() {
        assertEquals(
                "about 12 of 2,048 tokens",
                text(Locale.ENGLISH, new Outlook(12, 2_048, Optional.empty(), Map.of())));
    }

    @Test
    void whatIsMoreThanTheModelSeesIsSaid() {
        assertEquals(
                "about 5,000 tokens, of which the model sees 2,048",
                text(Locale.ENGLISH, new Outlook(5_000, 2_048, Optional.empty(), Map.of())));
    }

    @Test
    void nothingTakesNoTime() {
        Outlook quick =
                new Outlook(
                        1,
                        2_048,
                        Optional.of(new Waits(Duration.ZERO, Duration.ofMillis(1_600))),
                        Map.of());
        assertEquals(
                "about 1 of 2,048 tokens · first word in about 1 s, all of it in about 2 s",
                text(Locale.ENGLISH, quick));
    }
}
