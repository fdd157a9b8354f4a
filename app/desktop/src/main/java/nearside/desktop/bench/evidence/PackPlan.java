package nearside.desktop.bench.evidence;

import java.nio.file.Path;
import java.util.Objects;

/// What of a set is measured, and with how much room.
public record PackPlan(Path set, Room room, Where where, Titles titles) {
    public PackPlan {
        Objects.requireNonNull(set);
        Objects.requireNonNull(room);
        Objects.requireNonNull(where);
        Objects.requireNonNull(titles);
    }

    /// How much may be kept.
    public sealed interface Room {
        /// So many times fewer tokens than all texts have.
        record Ratio(double times) implements Room {}

        /// So many tokens.
        record Budget(int tokens) implements Room {}

        /// As long as a piece adds something.
        record Adaptive() implements Room {}
    }

    /// Whether titles of texts, and who speaks, are read.
    public enum Titles {
        READ,
        LEFT_OUT
    }

    /// Among which texts.
    public enum Where {
        /// Each question's own.
        ITS_OWN,
        /// Those of all questions.
        POOLED
    }
}
