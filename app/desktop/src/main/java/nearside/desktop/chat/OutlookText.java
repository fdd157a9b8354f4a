package nearside.desktop.chat;

import nearside.copilot.orchestrator.Outlook;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

import java.time.Duration;

/// Says what an answer would take.
record OutlookText(Words words, Amounts amounts) {
    OutlookText(Words words) {
        this(words, new Amounts(words));
    }

    String of(Outlook outlook) {
        String room =
                words.of(
                        outlook.tokens() > outlook.window() ? "outlook.over" : "outlook.room",
                        outlook.tokens(),
                        outlook.window());
        return outlook.waits()
                .map(waits ->
                        words.of(
                                "outlook.waits",
                                room,
                                about(waits.firstWord()),
                                about(waits.lastWord())))
                .orElse(room);
    }

    /// Whole seconds: it is an estimate.
    private String about(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        return seconds < 100
                ? words.of("outlook.seconds", seconds)
                : words.of("outlook.minutes", Math.round(seconds / 60.0));
    }
}
