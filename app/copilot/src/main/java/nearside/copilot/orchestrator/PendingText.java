package nearside.copilot.orchestrator;

import nearside.storage.Message.Source;

import java.time.Duration;
import java.util.function.BiConsumer;

/// Text that was told but is not on disk yet: saved when 400 ms or 64 tokens have passed.
final class PendingText {
    static final Duration LONGEST_WAIT = Duration.ofMillis(400);
    private static final int MOST_TOKENS = 64;

    private final BiConsumer<Source, String> save;
    private Source source = Source.HERE;
    private final StringBuilder text = new StringBuilder();
    private int tokens;
    private long since;
    private boolean used;

    PendingText(BiConsumer<Source, String> save) {
        this.save = save;
    }

    /// Where the text that follows is written.
    void from(Source next) {
        save();
        source = next;
    }

    void add(String more, int count) {
        if (text.isEmpty()) {
            since = System.nanoTime();
            tokens = 0;
        }
        text.append(more);
        tokens += count;
        used |= !more.isEmpty();
    }

    /// How long one may wait for the next event without keeping text from the disk too long.
    Duration patience() {
        return text.isEmpty() ? LONGEST_WAIT : LONGEST_WAIT.minus(age());
    }

    void saveIfDue() {
        if (tokens >= MOST_TOKENS || age().compareTo(LONGEST_WAIT) >= 0) {
            save();
        }
    }

    void save() {
        if (!text.isEmpty()) {
            save.accept(source, text.toString());
            text.setLength(0);
            tokens = 0;
        }
    }

    /// Whether not one character was ever told.
    boolean isUnused() {
        return !used;
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
