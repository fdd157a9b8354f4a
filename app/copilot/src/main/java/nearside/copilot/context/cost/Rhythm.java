package nearside.copilot.context.cost;

import java.time.Duration;
import java.util.List;

/// How a conversation went so far, from which it is guessed how it goes on.
///
/// @param gaps between one question and the next
/// @param addedPerTurn tokens of a question and its answer, on average
/// @param missingPerTurn tokens that a packed form lacked for the next question, on average
public record Rhythm(List<Duration> gaps, int addedPerTurn, int missingPerTurn) {
    public Rhythm {
        gaps = List.copyOf(gaps);
        if (addedPerTurn < 0
                || missingPerTurn < 0
                || gaps.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException(
                    "expected zero or more, found gaps of %s, %d tokens added and %d missing a turn"
                            .formatted(gaps, addedPerTurn, missingPerTurn));
        }
    }

    /// How many more questions are expected before a cache of that lifetime goes cold. By Laplace's
    /// rule of succession the next gap is a short one with a chance of (short + 1) / (all + 2); so
    /// many are then expected in a row.
    public double furtherWarmSends(Duration lifetime) {
        long warm = gaps.stream().filter(gap -> gap.compareTo(lifetime) < 0).count();
        return (warm + 1.0) / (gaps.size() - warm + 1.0);
    }
}
