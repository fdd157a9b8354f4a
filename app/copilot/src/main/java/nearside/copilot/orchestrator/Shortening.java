package nearside.copilot.orchestrator;

import nearside.copilot.context.ContextPacker;
import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.context.TurnPacker;
import nearside.engine.Engine;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import java.util.List;

/// Leaves lines of a conversation out where all of it does not fit.
///
/// @param engine whose tokens are counted
record Shortening(Engine engine) {
    /// What a chat template adds to a line at most, in tokens.
    private static final int TEMPLATE = 6;

    /// The question, and what it answers to.
    private static final int LAST = 2;

    private static final ContextPacker PACKER = new TurnPacker();

    /// Tokens of what stays in any case: what the model is told first, and the last lines.
    int least(List<Line> lines) {
        int last = Math.max(0, lines.size() - LAST);
        return lines.subList(0, last).stream()
                        .filter(line -> line.role() == Role.SYSTEM)
                        .mapToInt(this::tokens)
                        .sum()
                + lines.subList(last, lines.size()).stream().mapToInt(this::tokens).sum();
    }

    Packed to(int budget, List<Line> lines) {
        return PACKER.pack(lines, budget, this::tokens);
    }

    private int tokens(Line line) {
        return TokenCount.of(engine, List.of(line.text())).count() + TEMPLATE;
    }
}
