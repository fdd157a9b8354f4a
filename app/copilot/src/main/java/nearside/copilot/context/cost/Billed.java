package nearside.copilot.context.cost;

/// Tokens of one answer as a far side bills them; each token is in one of them only.
///
/// @param uncached of the prompt, at the plain price
/// @param cached of the prompt, read from the cache
/// @param written of the prompt, read at the plain price or a higher one and kept in the cache
/// @param output of the answer
public record Billed(long uncached, long cached, long written, long output) {
    public Billed {
        if (uncached < 0 || cached < 0 || written < 0 || output < 0) {
            throw new IllegalArgumentException(
                    "expected tokens of zero or more, found %d uncached, %d cached, %d written, %d output"
                            .formatted(uncached, cached, written, output));
        }
    }
}
