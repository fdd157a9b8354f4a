package nearside.copilot.context;

import nearside.engine.Prompt.Line;

import java.util.List;
import java.util.function.ToIntFunction;

/// Makes a long conversation fit a number of tokens, with what the question needs kept.
public interface ContextPacker {
    /// The lines that stay, in their order, each whole or in part.
    ///
    /// @param lines the whole conversation; the last one is the question
    /// @param budget the most tokens of what stays; only the question alone may have more
    /// @param tokens of one line, with what the template adds to it
    Packed pack(List<Line> lines, int budget, ToIntFunction<Line> tokens);

    /// What stays.
    ///
    /// @param tokens of it
    /// @param seen how much stays of each line that was given
    record Packed(List<Line> lines, int tokens, List<Seen> seen) {
        public Packed {
            lines = List.copyOf(lines);
            seen = List.copyOf(seen);
        }

        /// How many lines do not stay.
        public int leftOut() {
            return count(Seen.NOTHING);
        }

        /// How many lines stay in part.
        public int inPart() {
            return count(Seen.PART);
        }

        private int count(Seen how) {
            return (int) seen.stream().filter(it -> it == how).count();
        }
    }

    /// How much of a line stays.
    enum Seen {
        WHOLE,
        PART,
        NOTHING
    }
}
