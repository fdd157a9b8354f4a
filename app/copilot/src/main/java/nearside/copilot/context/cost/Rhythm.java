package nearside.copilot.context.cost;

import java.time.Duration;
import java.util.ArrayList;
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

    /// Of a conversation that begins.
    public static final Rhythm NONE = new Rhythm(List.of(), 0, 0);

    /// The same with one turn more.
    ///
    /// @param gap since the question before
    /// @param added tokens of the turn before and the new question
    /// @param missing tokens that the packed form lacked for it
    public Rhythm after(Duration gap, int added, int missing) {
        List<Duration> more = new ArrayList<>(gaps);
        more.add(gap);
        return new Rhythm(
                more,
                average(addedPerTurn, added, more.size()),
                average(missingPerTurn, missing, more.size()));
    }

    private static int average(int before, int next, int turns) {
        return Math.round(before + (next - before) / (float) turns);
    }

    /// How many more questions are expected before a cache of that lifetime goes cold. By Laplace's
    /// rule of succession the next gap is a short one with a chance of (short + 1) / (all + 2); so
    /// many are then expected in a row.
    public double furtherWarmSends(Duration lifetime) {
        long warm = gaps.stream().filter(gap -> gap.compareTo(lifetime) < 0).count();
        return (warm + 1.0) / (gaps.size() - warm + 1.0);
    }
}
