package nearside.desktop.welcome;

import nearside.cloud.download.Hub;
import nearside.copilot.catalogue.Home;
import nearside.copilot.catalogue.Offered;
import nearside.copilot.models.Published;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

import java.time.Duration;

/// Says what it takes to get a model.
record GettingText(Words words) {
    private static final int SLOW_LINE = 20;
    private static final int FAST_LINE = 100;
    private static final long MEGA = 1_000_000;

    /// What it is called before one knows.
    String larger() {
        return words.of("welcome.get.larger");
    }

    /// What the button says that leads there.
    String offer(Published model, boolean offline) {
        return words.of(offline ? "welcome.get.offline" : "welcome.get", model.name(), size(model));
    }

    /// From where it comes.
    String from(Offered offered) {
        String folder = offered.variant().source().folder();
        return switch (offered.home()) {
            case Home.OnHub(Hub hub) ->
                    words.of("welcome.get.from-hub", hub.base().getHost(), folder);
            case Home.OnShare share ->
                    words.of("welcome.get.from-share", share.folder(offered.variant().source()));
        };
    }

    String size(Published model) {
        return new Amounts(words).bytes(model.bytes());
    }

    /// How long it takes over two lines that people have.
    String times(Published model) {
        return words.of(
                "welcome.get.times",
                time(model.bytes(), SLOW_LINE),
                SLOW_LINE,
                time(model.bytes(), FAST_LINE),
                FAST_LINE);
    }

    private String time(long bytes, int megabits) {
        return words.of("welcome.minutes", minutes(bytes, megabits));
    }

    /// Begun minutes, for a line that does nothing else.
    static long minutes(long bytes, int megabits) {
        Duration time = Duration.ofSeconds(Math.ceilDiv(bytes * Byte.SIZE, megabits * MEGA));
        return Math.ceilDiv(time.toSeconds(), Duration.ofMinutes(1).toSeconds());
    }

    /// @param free bytes where models lie
    String room(Published model, long free) {
        Amounts amounts = new Amounts(words);
        return free >= model.bytes()
                ? words.of("welcome.get.room", amounts.bytes(free), size(model))
                : words.of(
                        "welcome.get.no-room",
                        amounts.bytes(free),
                        size(model),
                        amounts.bytes(model.bytes() - free));
    }
}
