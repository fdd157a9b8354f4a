package nearside.copilot.orchestrator;

import java.util.Objects;

/// Where a turn goes, why, and what would have changed it.
public record Decision(Target target, Reason reason, Situation situation, Needs needs) {
    public Decision {
        Objects.requireNonNull(target);
        Objects.requireNonNull(reason);
    }

    /// The decision for a situation. Pure: no clock, no disk, no device.
    public static Decision of(Situation situation) {
        throw new UnsupportedOperationException();
    }

    /// Where the reply is written.
    public sealed interface Target {
        /// On this device.
        ///
        /// @param replyLimit the most tokens that fit, at most what was asked
        record Local(int replyLimit) implements Target {}

        /// Nowhere: said honestly, the message stays.
        record Stop() implements Target {}
    }

    /// What the turn needs beside what is there; the counterfactual is the difference.
    ///
    /// @param missingBytes how much more free memory would make it local; zero when memory is not
    ///   the reason
    /// @param missingTokens how many fewer prompt tokens would make it local; zero when the window
    ///   is not the reason
    public record Needs(long bytes, long missingBytes, int missingTokens) {}
}
