package nearside.copilot.context.cost;

import java.util.Objects;
import java.util.Optional;

/// How a conversation stands when one more answer is to be borrowed.
///
/// @param fresh as packed anew for this question
/// @param frozen as last packed, with what came since and what it lacks for this question; empty if
///   it was not packed yet
/// @param whole all of it; empty if that does not fit the far model
/// @param outputTokens that are expected of the answer
public record Standing(
        Form fresh,
        Optional<Form> frozen,
        Optional<Form> whole,
        int outputTokens,
        Rhythm rhythm,
        Tariff tariff) {
    public Standing {
        Objects.requireNonNull(fresh);
        Objects.requireNonNull(frozen);
        Objects.requireNonNull(whole);
        Objects.requireNonNull(rhythm);
        Objects.requireNonNull(tariff);
        if (outputTokens < 0) {
            throw new IllegalArgumentException(
                    "expected output of zero tokens or more, found " + outputTokens);
        }
    }
}
