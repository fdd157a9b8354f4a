package nearside.copilot.orchestrator;

import nearside.copilot.context.ContextPacker;
import nearside.copilot.context.ContextPacker.Packed;
import nearside.copilot.context.TurnPacker;
import nearside.engine.Engine;
import nearside.engine.Prompt.Line;
import nearside.engine.Role;

import java.util.ArrayList;
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

    /// Templates want a user first and the roles to alternate: an answer whose question is left out
    /// goes with it.
    Packed to(int budget, List<Line> lines) {
        Packed packed = PACKER.pack(lines, budget, this::tokens);
        List<Line> kept = new ArrayList<>(packed.lines());
        int first = 0;
        while (first < kept.size() && kept.get(first).role() == Role.SYSTEM) {
            first++;
        }
        while (first < kept.size() - 1 && kept.get(first).role() == Role.ASSISTANT) {
            kept.remove(first);
        }
        return new Packed(History.joined(kept), packed.tokens(), lines.size() - kept.size());
    }

    private int tokens(Line line) {
        return TokenCount.of(engine, List.of(line.text())).count() + TEMPLATE;
    }
}
