package nearside.copilot.context;

/// How much may stay.
///
/// @param tokens the most of all that stays, with headers
/// @param floor what a piece has to add at least, as a part of what the best one does; 0 for
///   whatever there is room for
public record Limit(int tokens, double floor) {
    private static final double ENOUGH = 0.15;

    /// As long as a piece adds something.
    public static final Limit ADAPTIVE = upTo(Integer.MAX_VALUE);

    /// Whatever there is room for.
    public static Limit of(int tokens) {
        return new Limit(tokens, 0);
    }

    /// As long as a piece adds something, and there is room.
    public static Limit upTo(int tokens) {
        return new Limit(tokens, ENOUGH);
    }

    /// So many tokens less.
    public Limit less(int fewer) {
        return new Limit(Math.max(0, tokens - fewer), floor);
    }

    /// Whether it ends where nothing is added any more, though there is room.
    public boolean isAdaptive() {
        return floor > 0;
    }
}
