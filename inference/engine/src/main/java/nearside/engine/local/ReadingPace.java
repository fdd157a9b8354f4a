package nearside.engine.local;

import java.time.Duration;

/// How fast prompts are read on this device, as far as that was seen.
final class ReadingPace {
    /// Fewer tokens tell little of the pace.
    private static final int LEAST_TOKENS = 64;

    /// Assumed until something was seen.
    private static final double TOKENS_PER_SECOND = 500;

    private double secondsPerToken = 1 / TOKENS_PER_SECOND;

    /// So many tokens were read in that time.
    void saw(int tokens, Duration time) {
        if (tokens >= LEAST_TOKENS && time.isPositive()) {
            secondsPerToken = time.toNanos() / 1e9 / tokens;
        }
    }

    /// What reading so many takes.
    Duration expected(int tokens) {
        return Duration.ofNanos((long) (tokens * secondsPerToken * 1e9));
    }
}
