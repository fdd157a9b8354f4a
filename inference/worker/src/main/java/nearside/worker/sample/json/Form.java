package nearside.worker.sample.json;

import java.util.List;

/// What a [Pattern] is made of. Patterns in it are compared by identity: equal ones are the same.
sealed interface Form {
    /// No text at all.
    record Nothing() implements Form {}

    /// The empty text alone.
    record Empty() implements Form {}

    /// One byte out of several.
    record OneOf(ByteSet bytes) implements Form {}

    record Sequence(Pattern first, Pattern rest) implements Form {}

    /// At least two, none of them twice, in the order in which they were made.
    record Choice(List<Pattern> options) implements Form {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /// The same pattern several times.
    ///
    /// @param item never the empty text
    /// @param most [Patterns#NO_END] for any number
    record Repeat(Pattern item, int least, int most) implements Form {}
}
