package nearside.engine;

/// Which tokens stay in the draw: all filters apply, one after the other in this order.
///
/// @param topK only the k likeliest tokens; 0 for all
/// @param topP only the likeliest tokens that together reach this probability, in (0, 1]
/// @param minP only tokens that are at least this many times as likely as the likeliest one, in [0,
///   1]; 0 for all
public record Truncation(int topK, double topP, double minP) {
    public static final Truncation NONE = new Truncation(0, 1, 0);

    public Truncation {
        if (topK < 0) {
            throw new IllegalArgumentException("top-k: expected 0 or more, found " + topK);
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException(
                    "top-p: expected a number above 0 and up to 1, found " + topP);
        }
        if (!(minP >= 0 && minP <= 1)) {
            throw new IllegalArgumentException(
                    "min-p: expected a number from 0 to 1, found " + minP);
        }
    }
}
