package nearside.copilot.device;

import nearside.engine.Usage;

import java.time.Duration;
import java.util.Optional;

/// What turns with a model usually are, from those before: newer ones count more.
///
/// @param replyTokens of an answer; empty before the first
/// @param load from the question to a model in memory, the last time; empty before the first
public record Usual(Optional<Double> replyTokens, Optional<Duration> load) {
    public static final Usual UNKNOWN = new Usual(Optional.empty(), Optional.empty());

    /// Before the first answer a middling one is expected.
    private static final int FIRST_GUESS = 200;

    /// Fewer say more about the question than about answers.
    private static final int FEWEST = 8;

    private static final double NEWEST_SHARE = 0.25;

    /// With one more turn.
    Usual after(Usage usage) {
        double tokens = usage.replyTokens();
        Optional<Double> reply =
                tokens < FEWEST
                        ? replyTokens
                        : Optional.of(
                                replyTokens
                                        .map(it -> it * (1 - NEWEST_SHARE) + tokens * NEWEST_SHARE)
                                        .orElse(tokens));
        return new Usual(reply, usage.load().isZero() ? load : Optional.of(usage.load()));
    }

    /// Tokens that the next answer is expected to have.
    public int nextReply() {
        return (int) Math.max(1, Math.round(replyTokens.orElse((double) FIRST_GUESS)));
    }
}
