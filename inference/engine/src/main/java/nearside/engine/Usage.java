package nearside.engine;

import java.time.Duration;

/// What one reply used.
///
/// @param cachedTokens prompt tokens that were not read again
/// @param load from the question to a loaded model; zero when it was loaded already
/// @param firstToken from a loaded model to the first token
/// @param total from the question to the last token
public record Usage(
        int promptTokens,
        int cachedTokens,
        int replyTokens,
        Duration load,
        Duration firstToken,
        Duration total) {

    public static final Usage NONE =
            new Usage(0, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /// Tokens a second after the first; zero for replies of fewer than two tokens.
    public double tokensPerSecond() {
        double seconds = total.minus(load).minus(firstToken).toNanos() / 1e9;
        return replyTokens < 2 || seconds <= 0 ? 0 : (replyTokens - 1) / seconds;
    }
}
