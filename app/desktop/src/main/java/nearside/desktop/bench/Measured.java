package nearside.desktop.bench;

import nearside.engine.TokenIds;
import nearside.engine.Usage;

import java.time.Duration;

/// One reply with its times.
record Measured(String text, TokenIds reply, Usage usage) {
    double loadSeconds() {
        return seconds(usage.load());
    }

    double firstTokenSeconds() {
        return seconds(usage.firstToken());
    }

    /// Tokens of the prompt that were read.
    int read() {
        return usage.promptTokens() - usage.cachedTokens();
    }

    /// The same, a second.
    double prefill() {
        return read() / firstTokenSeconds();
    }

    double decode() {
        return usage.tokensPerSecond();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
