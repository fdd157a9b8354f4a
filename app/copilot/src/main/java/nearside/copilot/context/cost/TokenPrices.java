package nearside.copilot.context.cost;

import java.util.stream.DoubleStream;

/// What each kind of token costs, in US dollars for a million.
///
/// @param usdIn a token of the prompt that the cache has nothing to do with
/// @param usdCacheRead one that is read from the cache
/// @param usdCacheWrite one that is written to the cache, in place of `usdIn`
/// @param usdOut one of the answer
public record TokenPrices(double usdIn, double usdCacheRead, double usdCacheWrite, double usdOut) {
    private static final double MILLION = 1e6;

    public TokenPrices {
        if (!DoubleStream.of(usdIn, usdCacheRead, usdCacheWrite, usdOut)
                .allMatch(price -> price >= 0 && Double.isFinite(price))) {
            throw new IllegalArgumentException(
                    "expected finite prices of zero or more, found %s in, %s read, %s write, %s out"
                            .formatted(usdIn, usdCacheRead, usdCacheWrite, usdOut));
        }
    }

    /// What an answer costs, in US dollars.
    public double usd(Billed tokens) {
        return (tokens.uncached() * usdIn
                        + tokens.cached() * usdCacheRead
                        + tokens.written() * usdCacheWrite
                        + tokens.output() * usdOut)
                / MILLION;
    }
}
