package nearside.copilot.context;

import nearside.engine.Prompt.Line;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Makes a long conversation fit a number of tokens, with what the question needs kept.
public interface ContextPacker {
    /// The lines that stay, in their order, each whole or in part.
    ///
    /// @param limit of what stays; only what is never cut may have more
    /// @param tokens of one line, with what the template adds to it
    Packed pack(Talk talk, Limit limit, ToIntFunction<Line> tokens);

    /// A whole conversation.
    ///
    /// @param lines the last one is the question, or what was begun as its answer
    /// @param pinned places of lines that are never cut
    /// @param sought what evidence is looked for besides the question; empty for nothing
    /// @param asked the newest message of the question, where older ones that nobody answered stand
    ///   in its line, too; empty for all of it
    record Talk(List<Line> lines, Set<Integer> pinned, String sought, String asked) {
        public Talk {
            lines = List.copyOf(lines);
            pinned = Set.copyOf(pinned);
            Objects.requireNonNull(sought);
            Objects.requireNonNull(asked);
        }

        /// One whose question is all of its line.
        public Talk(List<Line> lines, Set<Integer> pinned, String sought) {
            this(lines, pinned, sought, "");
        }

        /// One of which nothing is pinned.
        public static Talk of(List<Line> lines) {
            return new Talk(lines, Set.of(), "");
        }
    }

    /// What stays.
    ///
    /// @param tokens of it
    /// @param seen how much stays of each line that was given
    /// @param coverage how well it covers what is asked about
    record Packed(List<Line> lines, int tokens, List<Seen> seen, Coverage coverage) {
        public Packed {
            Objects.requireNonNull(coverage);
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
