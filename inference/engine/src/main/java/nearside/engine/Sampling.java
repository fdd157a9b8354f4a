package nearside.engine;

import java.util.OptionalLong;

/// How the next token is chosen from the logits.
///
/// @param temperature 0 takes the likeliest token always; otherwise logits are divided by it
/// @param topK only the k likeliest tokens; 0 for all
/// @param topP only the likeliest tokens that together reach this probability, in (0, 1]
/// @param seed the same seed writes the same reply on the same device; empty for a new one each
///   time
public record Sampling(double temperature, int topK, double topP, OptionalLong seed) {

    /// What small instruct models write best with: always the likeliest token. Asked for the
    /// capital of France, the starter is right so, and half of the time at a temperature of 0.2.
    public static final Sampling DEFAULT = new Sampling(0, 0, 0.9, OptionalLong.empty());

    public static final Sampling GREEDY = new Sampling(0, 0, 1, OptionalLong.empty());

    public Sampling {
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException(
                    "temperature: expected a number from 0 to 2, found " + temperature);
        }
        if (topK < 0) {
            throw new IllegalArgumentException("top-k: expected 0 or more, found " + topK);
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException(
                    "top-p: expected a number above 0 and up to 1, found " + topP);
        }
    }
}
