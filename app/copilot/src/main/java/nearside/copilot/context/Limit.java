package nearside.copilot.context;

import java.util.Objects;

/// How much may stay.
///
/// @param tokens the most of all that stays, with headers
/// @param floor what a piece has to add at least, as a part of what the best one does; 0 for
///   whatever there is room for
/// @param fill what room that is left is used for
public record Limit(int tokens, double floor, Fill fill) {
    private static final double ENOUGH = 0.15;

    public Limit {
        Objects.requireNonNull(fill);
    }

    /// When the newest takes what room is left.
    public enum Fill {
        ALWAYS,
        WHERE_THE_QUESTION_LEADS_NOWHERE,
        NEVER
    }

    /// As long as a piece adds something.
    public static final Limit ADAPTIVE = upTo(Integer.MAX_VALUE);

    /// Whatever there is room for.
    public static Limit of(int tokens) {
        return new Limit(tokens, 0, Fill.ALWAYS);
    }

    /// As long as a piece adds something, and there is room.
    public static Limit upTo(int tokens) {
        return new Limit(tokens, ENOUGH, Fill.WHERE_THE_QUESTION_LEADS_NOWHERE);
    }

    /// The same of what the question leads to alone.
    public static Limit ledToUpTo(int tokens) {
        return new Limit(tokens, ENOUGH, Fill.NEVER);
    }

    /// So many tokens less.
    public Limit less(int fewer) {
        return new Limit(Math.max(0, tokens - fewer), floor, fill);
    }

    /// Whether it ends where nothing is added any more, though there is room.
    public boolean isAdaptive() {
        return floor > 0;
    }
}
