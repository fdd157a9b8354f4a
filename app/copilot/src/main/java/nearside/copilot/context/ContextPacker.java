package nearside.copilot.context;

import nearside.engine.Prompt.Line;

import java.util.List;
import java.util.function.ToIntFunction;

/// Makes a long conversation fit a number of tokens, with what the question needs kept.
public interface ContextPacker {
    /// The lines that stay, in their order.
    ///
    /// @param lines the whole conversation; the last one is the question
    /// @param budget the most tokens of what stays; only the question alone may have more
    /// @param tokens of one line, with what the template adds to it
    Packed pack(List<Line> lines, int budget, ToIntFunction<Line> tokens);

    /// What stays.
    ///
    /// @param tokens of it
    /// @param leftOut how many lines do not stay
    record Packed(List<Line> lines, int tokens, int leftOut) {
        public Packed {
            lines = List.copyOf(lines);
        }
    }
}
