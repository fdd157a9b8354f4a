package nearside.engine.local;

import nearside.engine.Usage;

import java.time.Duration;

/// Counts the tokens of one reply and takes its times, all on the program's side.
final class ReplyClock {
    private final long asked = System.nanoTime();
    private long loaded = asked;
    private long first = asked;
    private long last = asked;
    private long reading = asked;
    private int promptTokens;
    private int cachedTokens;
    private int replyTokens;

    /// The last load of the model ended at that moment; what was asked before had to wait for it.
    void loaded(long moment) {
        if (askedBefore(moment)) {
            loaded = moment;
            first = moment;
            last = moment;
        }
    }

    /// The prompt is being read from now on.
    void reading(int tokens, int cached) {
        reading = System.nanoTime();
        promptTokens = tokens;
        cachedTokens = cached;
    }

    /// How long the rest of the prompt will take, at the pace so far.
    ///
    /// @param read tokens that are read by now, the cached ones included
    Duration left(int read) {
        long done = Math.max(1, read - cachedTokens);
        long nanos = System.nanoTime() - reading;
        return Duration.ofNanos((long) ((double) nanos / done * (promptTokens - read)));
    }

    /// Tokens of the prompt that were read for this reply.
    int tokensRead() {
        return promptTokens - cachedTokens;
    }

    /// From the first run to the first token; zero where there was none.
    Duration readFor() {
        return replyTokens == 0 ? Duration.ZERO : Duration.ofNanos(first - reading);
    }

    /// Tokens of prompt and reply.
    int tokens() {
        return promptTokens + replyTokens;
    }

    void wrote(int tokens) {
        last = System.nanoTime();
        if (replyTokens == 0) {
            first = last;
        }
        replyTokens += tokens;
    }

    boolean askedBefore(long moment) {
        return asked - moment < 0;
    }

    Usage usage() {
        return new Usage(
                promptTokens,
                cachedTokens,
                replyTokens,
                Duration.ofNanos(loaded - asked),
                Duration.ofNanos(first - loaded),
                Duration.ofNanos(last - asked));
    }
}
